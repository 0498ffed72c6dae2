import { Button, Group, Text } from '@mantine/core';
import { address, inStore } from '@platform/api/client';
import type { Store } from '@platform/api/types';
import { dayOf, timeOf } from '@platform/format/dates';
import { useNow } from '@platform/now';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@platform/show/CopyButton';
import { OnceDialog, Secret } from '@platform/show/OnceDialog';
import classes from '../shared/settings.module.css';
import type { TokenRecord } from '../types';

export type TokenCreated = { token: TokenRecord; secret: string };

type Props = { created: TokenCreated; store: Store; close: () => void };

export function SecretDialog({ created, store, close }: Props) {
  const { t } = useTranslation('dealership/settings');
  const now = new Date(useNow()).toISOString();
  const hour = Number(timeOf(now, store.time_zone, 'en').slice(0, 2));
  const place = address(`${inStore(store.id)}/door-counts/${dayOf(now, store.time_zone)}/${hour}`);
  const sensor = JSON.stringify({ sensor: created.token.name, parties: 3 });
  const example = [
    `curl -X PUT '${location.origin}${place}' \\`,
    `  -H 'Authorization: Bearer ${created.secret}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${sensor.replaceAll("'", "'\\''")}'`,
  ].join('\n');
  return (
    <OnceDialog
      wide
      title={t('sensors.secret_title', { name: created.token.name })}
      warning={t('sensors.once')}
      close={close}
    >
      <Secret>{created.secret}</Secret>
      <div>
        <CopyButton text={created.secret} label={t('sensors.copy_secret')} />
      </div>
      <div>
        <div className="label">{t('sensors.example')}</div>
        <pre className={classes.code}>{example}</pre>
      </div>
      <Text c="dimmed">{t('sensors.example_text')}</Text>
      <Group justify="space-between">
        <CopyButton text={example} label={t('sensors.copy_example')} />
        <Button onClick={close}>{t('password.noted')}</Button>
      </Group>
    </OnceDialog>
  );
}
