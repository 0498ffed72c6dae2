import { Button, Modal, Stack, Textarea } from '@mantine/core';
import type { Quote } from '@platform/api/types';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuoteChange, withdrawQuote } from './api';

/** The quote no longer holds; why stands on it from then on. */
export default function WithdrawQuote({ quote, onClose }: { quote: Quote; onClose: () => void }) {
  const { t } = useTranslation('prospects/quotes');
  const [reason, setReason] = useState('');
  const withdraw = useQuoteChange(
    () => withdrawQuote(quote, reason.trim()),
    () => {
      say(t('withdrawn', { number: quote.number }));
      onClose();
    },
  );
  const errorAt = useFieldErrors(withdraw.error, { reason });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title_withdraw', { number: quote.number })}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <p className="quiet">{t('withdraw_text')}</p>
        <Textarea
          label={t('reason')}
          maxLength={200}
          autosize
          value={reason}
          error={errorAt('/reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormProblem error={withdraw.error} shown={['/reason']} />
        <Button
          color="red"
          disabled={reason.trim() === ''}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(undefined)}
        >
          {t('withdraw')}
        </Button>
      </Stack>
    </Modal>
  );
}
