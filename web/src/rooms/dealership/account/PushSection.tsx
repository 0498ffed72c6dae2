import { Button, Group, Stack } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { say, sayFailure } from '@platform/show/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceOf } from './device';
import classes from './feed.module.css';
import { KindChoices } from './KindChoices';
import {
  useKeep,
  useNotifying,
  useRemoveDevice,
  useTryDevice,
  type Device,
  type Notifying,
} from './notifying';
import { allowPush, endPush, usePushState, useReadPushStateAgain, type PushState } from './push';

const tellFailure = (error: Error) => sayFailure(error.message);

/** Messages that this browser shows when the app is closed, and the other ones that do. */
export function PushSection() {
  const { t } = useTranslation('dealership/account');
  const notifying = useNotifying();
  const state = usePushState();
  return (
    <Section title={t('push.title')} note={t('push.note')}>
      <QueryView query={notifying}>
        {(found) => (
          <div className={classes.panel}>
            <Stack gap="sm">
              <QueryView query={state}>{(now) => <ThisBrowser notifying={found} state={now} />}</QueryView>
              <OtherDevices devices={found.devices.filter(({ current }) => !current)} />
              {found.devices.length > 0 && (
                <>
                  <KindChoices notifying={found} way="by_push" />
                  <p className={classes.none}>{t('push.quiet')}</p>
                </>
              )}
            </Stack>
          </div>
        )}
      </QueryView>
    </Section>
  );
}

function ThisBrowser({ notifying, state }: { notifying: Notifying; state: PushState }) {
  const { t } = useTranslation('dealership/account');
  const device = notifying.devices.find(({ current }) => current);
  if (state === 'unable' || state === 'forbidden')
    return <p className={classes.none}>{t(`push.${state}`)}</p>;
  if (!device || state === 'off') return <Allow pushKey={notifying.push_key} />;
  return <Allowed device={device} />;
}

function Allow({ pushKey }: { pushKey: string }) {
  const { t } = useTranslation('dealership/account');
  const keep = useKeep();
  const readAgain = useReadPushStateAgain();
  const allow = useMutation({
    mutationFn: () => allowPush(pushKey),
    onSuccess: (now) => (now ? keep(now) : sayFailure(t('push.refused'))),
    // The browser's own words are of no use to anybody.
    onError: (error) => sayFailure(error.name === 'AbortError' ? t('push.no_service') : error.message),
    onSettled: readAgain,
  });
  return (
    <Group>
      <Button loading={allow.isPending} onClick={() => allow.mutate()}>
        {t('push.allow')}
      </Button>
    </Group>
  );
}

function Allowed({ device }: { device: Device }) {
  const { t } = useTranslation('dealership/account');
  const readAgain = useReadPushStateAgain();
  const remove = useRemoveDevice();
  const trial = useTryDevice();
  const end = () =>
    remove.mutate(device.id, { onSuccess: () => void endPush().then(readAgain), onError: tellFailure });
  return (
    <Group justify="space-between" gap="xs">
      <strong>{t('push.allowed')}</strong>
      <Group gap="xs">
        <Button
          variant="default"
          loading={trial.isPending}
          onClick={() =>
            trial.mutate(device.id, { onSuccess: () => say(t('push.tried')), onError: tellFailure })
          }
        >
          {t('push.try')}
        </Button>
        <Button variant="default" loading={remove.isPending} onClick={end}>
          {t('push.end')}
        </Button>
      </Group>
    </Group>
  );
}

function OtherDevices({ devices }: { devices: Device[] }) {
  const { t } = useTranslation('dealership/account');
  const format = useFormat();
  const remove = useRemoveDevice();
  if (devices.length === 0) return null;
  return (
    <ul className={classes.devices} aria-label={t('push.others')}>
      {devices.map((device) => {
        const name = deviceOf(device.user_agent) ?? t('push.some_device');
        return (
          <li key={device.id}>
            <span>
              {name}{' '}
              <span className="quiet">{t('push.since', { when: format.dayTime(device.made_at) })}</span>
            </span>
            <Button
              variant="default"
              aria-label={t('push.end_on', { name })}
              onClick={() => remove.mutate(device.id, { onError: tellFailure })}
            >
              {t('push.end')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
