import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  title: string;
  /** What will happen, and what will not. */
  text: string;
  action: string;
  busy: boolean;
  run: () => void;
  close: () => void;
};

export function Confirm({ title, text, action, busy, run, close }: Props) {
  const { t } = useTranslation('platform');
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button loading={busy} onClick={run}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
