import type { Quote } from '@platform/api/types';
import { ReasonDialog } from '@platform/form/ReasonDialog';
import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { useQuoteChange, withdrawQuote } from './api';

/** The quote no longer holds. */
export default function WithdrawQuote({ quote, onClose }: { quote: Quote; onClose: () => void }) {
  const { t } = useTranslation('prospects/quotes');
  const withdraw = useQuoteChange(
    (reason: string) => withdrawQuote(quote, reason),
    () => {
      say(t('withdrawn', { number: quote.number }));
      onClose();
    },
  );
  return (
    <ReasonDialog
      title={t('title_withdraw', { number: quote.number })}
      text={t('withdraw_text')}
      label={t('reason')}
      action={t('withdraw')}
      step={withdraw}
      close={onClose}
    />
  );
}
