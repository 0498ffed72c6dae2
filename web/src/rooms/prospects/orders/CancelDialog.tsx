import type { Card } from '@platform/api/types';
import { ReasonDialog } from '@platform/form/ReasonDialog';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { cancelOrder, useCardChange } from '../api';

export function CancelDialog({ card, close }: { card: Card; close: () => void }) {
  const { t } = useTranslation('prospects/orders');
  const labels = useGradeLabels(card.store_id);
  const cancel = useCardChange(
    (reason: string) => cancelOrder(card, reason),
    () => {
      say(t('taken_back', labels));
      close();
    },
  );
  return (
    <ReasonDialog
      title={t('cancel')}
      text={t('cancel_text', labels)}
      label={t('reason')}
      action={t('cancel')}
      step={cancel}
      close={close}
    />
  );
}
