import { Button, Modal, Stack, TextInput } from '@mantine/core';
import type { Card } from '@platform/api/types';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliver, useCardChange } from '../api';

export function DeliveryDialog({ card, close }: { card: Card; close: () => void }) {
  const { t } = useTranslation('prospects/orders');
  const [plate, setPlate] = useState('');
  const hand = useCardChange(
    () => deliver(card, plate.trim() || null),
    () => {
      say(t('handed'));
      close();
    },
  );
  const errorAt = useFieldErrors(hand.error, { plate });
  return (
    <Modal
      opened
      onClose={close}
      title={t('deliver')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <p className="quiet">{t('deliver_text')}</p>
        <TextInput
          label={t('plate')}
          maxLength={20}
          value={plate}
          error={errorAt('/plate')}
          onChange={(event) => setPlate(event.currentTarget.value)}
        />
        <FormProblem error={hand.error} shown={['/plate']} />
        <Button loading={hand.isPending} onClick={() => hand.mutate(undefined)}>
          {t('deliver')}
        </Button>
      </Stack>
    </Modal>
  );
}
