import { Button, Group } from '@mantine/core';
import type { Appointment } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { say, sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { sayCame, sayMissed, usePlanChange } from './api';
import type { Opened } from './Plan';
import classes from './plans.module.css';

/** 到店 · 云岭 5 白 15:00–15:30 · 已改约 1 次 */
export function useAppointmentWords(storeId: string) {
  const { t } = useTranslation('prospects/plans');
  const format = useFormat(useStoreById(storeId));
  return (made: Appointment) => {
    const { drive } = made;
    return [
      t(`purpose.${made.purpose}`),
      drive && `${drive.car.name} ${format.time(drive.starts_at)}–${format.time(drive.ends_at)}`,
      made.moves > 0 && t('moved_times', { count: made.moves }),
      made.note,
    ].filter(Boolean);
  };
}

type Props = { made: Appointment; onOpen: (opened: Opened) => void; name?: string; compact?: boolean };

/** What may be said of an appointment now. In a list, only what is said of most. */
export function AppointmentButtons({ made, onOpen, name, compact }: Props) {
  const { t } = useTranslation('prospects/plans');
  const whom = name ?? made.customer ?? '';
  const told = {
    onError: (error: Error) => sayFailure(error.message),
  };
  const came = usePlanChange(
    () => sayCame(made),
    () => say(t('said_came', { name: whom })),
  );
  const missed = usePlanChange(
    () => sayMissed(made),
    () => say(t('said_missed', { name: whom })),
  );
  const may = (act: Appointment['can'][number]) => made.can.includes(act);
  if (made.can.length === 0) return null;
  return (
    <Group gap={6} className={classes.buttons}>
      {may('arrive') && (
        <Button
          size="compact-sm"
          variant="light"
          loading={came.isPending}
          aria-label={`${t('came')} · ${whom}`}
          onClick={() => came.mutate(undefined, told)}
        >
          {t('came')}
        </Button>
      )}
      {may('miss') && (
        <Button
          size="compact-sm"
          variant="default"
          loading={missed.isPending}
          aria-label={`${t('missed')} · ${whom}`}
          onClick={() => missed.mutate(undefined, told)}
        >
          {t('missed')}
        </Button>
      )}
      {may('edit') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('move')} · ${whom}`}
          onClick={() =>
            onOpen({ kind: 'plan', planned: { storeId: made.store_id, whom: null, appointment: made } })
          }
        >
          {t('move')}
        </Button>
      )}
      {may('cancel') && !compact && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('cancel_appointment')} · ${whom}`}
          onClick={() => onOpen({ kind: 'withdraw', appointment: made })}
        >
          {t('cancel')}
        </Button>
      )}
    </Group>
  );
}
