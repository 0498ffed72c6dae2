import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { CopyButton } from '@platform/show/CopyButton';
import { useTranslation } from 'react-i18next';
import classes from './feed.module.css';

/** Only the button closes it: a click beside the dialog must not lose an address that is shown once. */
export function FeedAddressDialog({ path, close }: { path: string; close: () => void }) {
  const { t } = useTranslation('dealership/account');
  const address = location.origin + path;
  const webcal = address.replace(/^https?:/, 'webcal:');
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<strong>{t('feed.once_title')}</strong>}
    >
      <Stack>
        <p className={classes.once}>{t('feed.once')}</p>
        <div className={classes.address}>{address}</div>
        <Group gap="xs">
          <CopyButton text={address} label={t('feed.copy')} />
          <Button component="a" href={webcal} leftSection={<IconCalendarPlus size={16} aria-hidden />}>
            {t('feed.open')}
          </Button>
        </Group>
        <div className={classes.address}>{webcal}</div>
        <Group justify="space-between">
          <CopyButton text={webcal} label={t('feed.copy_webcal')} />
          <Button variant="default" onClick={close}>
            {t('feed.noted')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
