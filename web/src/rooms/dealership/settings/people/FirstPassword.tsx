import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@platform/show/CopyButton';
import classes from '../shared/settings.module.css';
import type { Person } from '../types';

/** Only the button closes it: a click beside the dialog must not lose a password that is shown once. */
export function FirstPassword({ person, text, close }: { person: Person; text: string; close: () => void }) {
  const { t } = useTranslation('dealership/settings');
  return (
    <Modal
      opened
      onClose={close}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<strong>{t('password.first', { name: person.name })}</strong>}
    >
      <Stack>
        <p className={classes.once}>{t('password.once')}</p>
        <div>
          <div className="label">{t('field.login')}</div>
          <div className={classes.secret}>{person.login}</div>
        </div>
        <div>
          <div className="label">{t('password.first_label')}</div>
          <div className={classes.secret}>{text}</div>
        </div>
        <Text c="dimmed">{t('password.must_change', { name: person.name })}</Text>
        <Group justify="space-between">
          <CopyButton text={text} label={t('password.copy')} />
          <Button onClick={close}>{t('password.noted')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
