import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@platform/show/CopyButton';
import { OnceDialog, Secret } from '@platform/show/OnceDialog';
import type { Person } from '../types';

export function FirstPassword({ person, text, close }: { person: Person; text: string; close: () => void }) {
  const { t } = useTranslation('dealership/settings');
  return (
    <OnceDialog title={t('password.first', { name: person.name })} warning={t('password.once')} close={close}>
      <div>
        <div className="label">{t('field.login')}</div>
        <Secret>{person.login}</Secret>
      </div>
      <div>
        <div className="label">{t('password.first_label')}</div>
        <Secret>{text}</Secret>
      </div>
      <Text c="dimmed">{t('password.must_change', { name: person.name })}</Text>
      <Group justify="space-between">
        <CopyButton text={text} label={t('password.copy')} />
        <Button onClick={close}>{t('password.noted')}</Button>
      </Group>
    </OnceDialog>
  );
}
