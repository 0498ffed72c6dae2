import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { SessionRecord } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { endSession, listSessions } from '@platform/session/api';
import { QueryView } from '@platform/show/QueryView';
import { sayFailure } from '@platform/show/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceOf } from './device';

export default function SessionsDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('dealership');
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: listSessions });
  return (
    <Modal
      opened
      onClose={close}
      title={t('sessions.title')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <Text c="dimmed" size="sm">
          {t('sessions.text')}
        </Text>
        <QueryView query={sessions}>
          {({ items }) => items.map((session) => <SessionRow key={session.id} session={session} />)}
        </QueryView>
      </Stack>
    </Modal>
  );
}

function SessionRow({ session }: { session: SessionRecord }) {
  const { t } = useTranslation('dealership');
  const format = useFormat();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
    onError: (error) => sayFailure(error.message),
  });
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={550}>{deviceOf(session.user_agent) ?? t('sessions.unknown_device')}</Text>
        <Text size="sm" c="dimmed">
          {t('sessions.last_seen', { when: format.dayTime(session.last_seen_at) })}
          {session.address && ` · ${session.address}`}
        </Text>
      </div>
      {session.current ? (
        <Text size="sm" c="dimmed">
          {t('sessions.current')}
        </Text>
      ) : (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t('sessions.end')}
        </Button>
      )}
    </Group>
  );
}
