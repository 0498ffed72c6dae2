import { Button, Checkbox } from '@mantine/core';
import { TimeField } from '@platform/form/TimeField';
import { useTranslation } from 'react-i18next';
import type { Hours } from './api';
import { sameAsFirst, setDay, weekdays } from './hours';
import classes from './stores.module.css';
import { useWeekdays } from './useWeekdays';

type Props = {
  hours: Hours[];
  change: (hours: Hours[]) => void;
  errorAt: (pointer: string) => string | undefined;
  /** What the hours are of, and what a day without any is; those of a store when nothing is said. */
  label?: string;
  free?: string;
};

export function HoursEditor({ hours, change, errorAt, label, free }: Props) {
  const { t } = useTranslation('dealership/settings');
  const { name } = useWeekdays();
  return (
    <fieldset className={classes.hours}>
      <legend className="label">{label ?? t('field.opening_hours')}</legend>
      {weekdays.map((weekday) => {
        // The server names the entry by its place in what was sent.
        const at = hours.findIndex((each) => each.weekday === weekday);
        const entry = hours[at];
        const error = at >= 0 ? errorAt(`/opening_hours/${at}`) : undefined;
        const time = (which: 'opens' | 'closes') => (
          <TimeField
            aria-label={t(`stores.${which}_on`, { day: name(weekday) })}
            value={entry?.[which] ?? ''}
            error={Boolean(error)}
            onChange={(value) => change(setDay(hours, weekday, { [which]: value ?? '' }))}
          />
        );
        return (
          <div key={weekday} className={classes.day}>
            <Checkbox
              label={name(weekday)}
              checked={entry !== undefined}
              onChange={(event) => change(setDay(hours, weekday, event.currentTarget.checked ? {} : null))}
            />
            {entry ? (
              <div className={classes.times}>
                {time('opens')}
                <span aria-hidden>–</span>
                {time('closes')}
              </div>
            ) : (
              <span className="quiet">{free ?? t('stores.closed')}</span>
            )}
            {error && (
              <p className="overdue" role="alert">
                {error}
              </p>
            )}
          </div>
        );
      })}
      {hours.length > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={() => change(sameAsFirst(hours))}>
          {t('stores.same_hours', { day: name(hours[0]?.weekday ?? 1) })}
        </Button>
      )}
    </fieldset>
  );
}
