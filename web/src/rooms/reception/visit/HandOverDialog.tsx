import { Button, Modal, Stack } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { FormProblem } from '@platform/form/FormProblem';
import { QueryView } from '@platform/show/QueryView';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver, useStaff, useVisitChange } from '../api';

export function HandOverDialog({ visit, close }: { visit: Visit; close: () => void }) {
  const { t } = useTranslation('reception');
  const [to, setTo] = useState<string | null>(null);
  const staff = useStaff(visit.store_id);
  const hand = useVisitChange(
    (person: string) => handOver(visit, person),
    (after) => {
      say(t('visit.handed_over', { name: after.salesperson?.name ?? '' }));
      close();
    },
  );
  return (
    <Modal
      opened
      onClose={close}
      title={t('visit.hand_over')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <QueryView query={staff}>
          {(people) => (
            <Choices
              label={t('visit.hand_over_to')}
              options={people
                .filter((person) => person.id !== visit.salesperson?.id)
                .map((person) => ({ value: person.id, label: person.name }))}
              value={to}
              onChange={setTo}
            />
          )}
        </QueryView>
        <FormProblem error={hand.error} />
        <Button disabled={!to} loading={hand.isPending} onClick={() => to && hand.mutate(to)}>
          {t('visit.hand_over')}
        </Button>
      </Stack>
    </Modal>
  );
}
