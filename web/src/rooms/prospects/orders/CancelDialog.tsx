import { Button, Modal, Stack, Textarea } from '@mantine/core';
import type { Card } from '@platform/api/types';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelOrder, useCardChange } from '../api';

export function CancelDialog({ card, close }: { card: Card; close: () => void }) {
  const { t } = useTranslation('prospects/orders');
  const [reason, setReason] = useState('');
  const cancel = useCardChange(
    () => cancelOrder(card, reason.trim()),
    () => {
      say(t('taken_back'));
      close();
    },
  );
  const errorAt = useFieldErrors(cancel.error, { reason });
  return (
    <Modal
      opened
      onClose={close}
      title={t('cancel')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <p className="quiet">{t('cancel_text')}</p>
        <Textarea
          label={t('reason')}
          maxLength={200}
          autosize
          value={reason}
          error={errorAt('/reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormProblem error={cancel.error} shown={['/reason']} />
        <Button
          color="red"
          disabled={reason.trim() === ''}
          loading={cancel.isPending}
          onClick={() => cancel.mutate(undefined)}
        >
          {t('cancel')}
        </Button>
      </Stack>
    </Modal>
  );
}
