import { Button, Group, Stack, Text } from '@mantine/core';
import type { SessionRecord } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { QueryView } from '@platform/show/QueryView';
import { RowSkeletons } from '@platform/show/RowSkeletons';
import { sayFailure } from '@platform/show/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceOf } from '../../account/device';
import classes from '../shared/settings.module.css';
import type { Person } from '../types';
import { endSessionOf, listSessionsOf } from './api';

const keyOf = (person: Person) => ['person-sessions', person.id];

export function PersonSessions({ person }: { person: Person }) {
  const { t } = useTranslation('dealership/settings');
  const sessions = useQuery({ queryKey: keyOf(person), queryFn: () => listSessionsOf(person.id) });
  return (
    <section className={classes.part}>
      <h3>{t('sessions.title')}</h3>
      <QueryView query={sessions} skeleton={<RowSkeletons rows={1} height={44} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('sessions.none')}</p>
          ) : (
            <Stack gap="xs">
              {items.map((session) => (
                <SessionRow key={session.id} person={person} session={session} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </section>
  );
}

function SessionRow({ person, session }: { person: Person; session: SessionRecord }) {
  const { t } = useTranslation('dealership/settings');
  const format = useFormat();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSessionOf(person.id, session.id),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(person) }),
    onError: (error) => sayFailure(error.message),
  });
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text>{deviceOf(session.user_agent) ?? t('sessions.unknown')}</Text>
        <Text size="sm" c="dimmed">
          {t('sessions.last_seen', { when: format.dayTime(session.last_seen_at) })}
          {session.address && ` · ${session.address}`}
        </Text>
      </div>
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {t('sessions.end')}
      </Button>
    </Group>
  );
}
