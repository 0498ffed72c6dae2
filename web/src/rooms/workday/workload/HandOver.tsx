import { Button, Group, Modal } from '@mantine/core';
import { get, inStore, post } from '@platform/api/client';
import type { Items, Store } from '@platform/api/types';
import { FormProblem } from '@platform/form/FormProblem';
import { newId } from '@platform/id';
import { say } from '@platform/show/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardHolder, Overload } from '../types';
import { handingOf } from './handing';

type Props = { overload: Overload; store: Store; onClose: () => void };

/** Once more before it is done: how many cards go to whom. */
export function HandOver({ overload, store, onClose }: Props) {
  const { t } = useTranslation('workday/workload');
  const client = useQueryClient();
  const [id] = useState(newId);
  const give = useMutation({
    mutationFn: async () => {
      const { items } = await get<Items<CardHolder>>(`${inStore(store.id)}/prospects/holders`);
      const holder = items.find(({ salesperson }) => salesperson?.id === overload.person.id);
      const none: CardHolder = { salesperson: overload.person, sells_here: true, buckets: [], cards: 0 };
      const body = handingOf(overload, holder ?? none, id);
      return post(`${inStore(store.id)}/prospects/reassignments`, body);
    },
    onSuccess: () => {
      say(t('given', { count: overload.given.length }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['workload', store.id] }),
  });
  const shares = new Map<string, number>();
  for (const { to } of overload.given) shares.set(to.name, (shares.get(to.name) ?? 0) + 1);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { name: overload.person.name })}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <ul>
        {[...shares].map(([name, count]) => (
          <li key={name}>{t('confirm.share', { name, count })}</li>
        ))}
      </ul>
      <p className="quiet">{t('confirm.text')}</p>
      <FormProblem error={give.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('confirm.no')}
        </Button>
        <Button loading={give.isPending} onClick={() => give.mutate()}>
          {t('confirm.yes')}
        </Button>
      </Group>
    </Modal>
  );
}
