import { Button, Group } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { CopyButton } from '@platform/show/CopyButton';
import { OnceDialog, Secret } from '@platform/show/OnceDialog';
import { useTranslation } from 'react-i18next';

export function FeedAddressDialog({ path, close }: { path: string; close: () => void }) {
  const { t } = useTranslation('dealership/account');
  const address = location.origin + path;
  const webcal = address.replace(/^https?:/, 'webcal:');
  return (
    <OnceDialog wide title={t('feed.once_title')} warning={t('feed.once')} close={close}>
      <Secret>{address}</Secret>
      <Group gap="xs">
        <CopyButton text={address} label={t('feed.copy')} />
        <Button component="a" href={webcal} leftSection={<IconCalendarPlus size={16} aria-hidden />}>
          {t('feed.open')}
        </Button>
      </Group>
      <Secret>{webcal}</Secret>
      <Group justify="space-between">
        <CopyButton text={webcal} label={t('feed.copy_webcal')} />
        <Button variant="default" onClick={close}>
          {t('feed.noted')}
        </Button>
      </Group>
    </OnceDialog>
  );
}
