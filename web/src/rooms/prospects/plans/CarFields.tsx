import type { Store } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from '../following/following.module.css';
import { useCalendar } from './api';
import { inTheWay, lengths, momentOf, type Plan } from './planning';

type Props = {
  plan: Plan;
  change: (patch: Partial<Plan>) => void;
  errorAt: (pointer: string) => string | undefined;
  store: Store;
  /** There is no drive without a car; an appointment may do without one. */
  needed: boolean;
  /** The drive that is moved does not stand in its own way. */
  but?: string;
};

/** Which car for how long, and who has it then: seen before anybody is refused. */
export function CarFields({ plan, change, errorAt, store, needed, but }: Props) {
  const { t } = useTranslation('prospects/plans');
  const format = useFormat(store);
  const now = useNow();
  const may = useCan();
  const day = plan.now ? format.dayOf(now) : plan.day;
  const calendar = useCalendar(store.id, day);
  const cars = (calendar.data?.cars ?? []).filter(({ retired }) => !retired);
  const timed = plan.now || (plan.day !== null && plan.time !== null);
  const taken =
    calendar.data && timed
      ? cars.flatMap(({ id }) =>
          inTheWay(calendar.data, id, momentOf(plan, store.time_zone, now), plan.minutes, but).slice(0, 1),
        )
      : [];
  if (calendar.isSuccess && cars.length === 0) {
    return (
      <p className={classes.hint}>
        {t('no_cars')}{' '}
        {may('prospects.manage', 'stores.edit') && <Link to="/settings/test-cars">{t('to_cars')}</Link>}
      </p>
    );
  }
  const span = (drive: (typeof taken)[number]) =>
    `${format.time(drive.starts_at)}–${format.time(drive.ends_at)}`;
  const noteOf = (id: string) => {
    const there = taken.find(({ car }) => car.id === id);
    return there && t('taken_then', { span: span(there), name: there.salesperson?.name ?? '' });
  };
  return (
    <>
      <Choices
        label={t('car')}
        options={[
          ...cars.map(({ id, name }) => ({ value: id, label: name, note: noteOf(id) })),
          ...(needed ? [] : [{ value: 'none', label: t('no_car_yet') }]),
        ]}
        value={plan.carId ?? (needed ? null : 'none')}
        onChange={(id) => change({ carId: id === 'none' ? null : id })}
        error={errorAt('/car_id') ?? errorAt('/drive')}
      />
      {plan.carId && (
        <Choices
          label={t('minutes_label')}
          options={lengthsFor(plan.minutes).map((each) => ({
            value: String(each),
            label: t('minutes', { count: each }),
          }))}
          value={String(plan.minutes)}
          onChange={(minutes) => change({ minutes: Number(minutes) })}
          error={errorAt('/minutes')}
        />
      )}
    </>
  );
}

/** A length that was booked elsewhere is among them too. */
const lengthsFor = (minutes: number) => [...new Set([...lengths, minutes])].sort((a, b) => a - b);
