import { Button, Modal, Stack } from '@mantine/core';
import type { Card } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { FormProblem } from '@platform/form/FormProblem';
import { QueryView } from '@platform/show/QueryView';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver, useCardChange, useSalespeople } from '../api';

export function HandOverDialog({ card, close }: { card: Card; close: () => void }) {
  const { t } = useTranslation('prospects/cards');
  const [to, setTo] = useState<string | null>(null);
  const people = useSalespeople(card.store_id);
  const hand = useCardChange(
    (person: string) => handOver(card, person),
    (after) => {
      say(t('handed_over', { name: after.salesperson?.name ?? '' }));
      close();
    },
  );
  return (
    <Modal
      opened
      onClose={close}
      title={t('hand_over')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <QueryView query={people}>
          {(all) => (
            <Choices
              label={t('hand_over_to')}
              options={all
                .filter((person) => person.id !== card.salesperson?.id)
                .map((person) => ({ value: person.id, label: person.name }))}
              value={to}
              onChange={setTo}
            />
          )}
        </QueryView>
        <FormProblem error={hand.error} />
        <Button disabled={!to} loading={hand.isPending} onClick={() => to && hand.mutate(to)}>
          {t('hand_over')}
        </Button>
      </Stack>
    </Modal>
  );
}
