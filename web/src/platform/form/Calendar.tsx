import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, monthOf, weeksOf } from '../format/dates';
import { useFormat } from '../format/useFormat';
import { useNow } from '../now';
import { useStore } from '../session/session';
import classes from './calendar.module.css';

type Props = { value: string | null; onChange: (day: string) => void; min?: string; max?: string };

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month of days; arrow keys walk, over its edges too. */
export function Calendar({ value, onChange, min, max }: Props) {
  const format = useFormat();
  const today = dayOf(useNow(), useStore().time_zone);
  const [at, setAt] = useState(value ?? (max && max < today ? max : today));
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    walked.current = false;
  }, [at]);

  const allowed = (day: string) => (!min || day >= min) && (!max || day <= max);
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(at, step);
    if (!allowed(next)) return;
    walked.current = true;
    setAt(next);
  };
  const weeks = weeksOf(at);

  return (
    <div className={classes.calendar}>
      <Head at={at} turn={(months) => setAt(monthOf(at, months))} />
      <table ref={grid} onKeyDown={walk}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={format.weekday(day)}>
                {format.weekdayLetter(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    data-autofocus={day === at || undefined}
                    data-outside={day.slice(0, 7) !== at.slice(0, 7) || undefined}
                    aria-label={format.day(day, true)}
                    aria-pressed={day === value}
                    aria-current={day === today ? 'date' : undefined}
                    tabIndex={day === at ? 0 : -1}
                    disabled={!allowed(day)}
                    onClick={() => onChange(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ at, turn }: { at: string; turn: (months: number) => void }) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  return (
    <div className={classes.head}>
      <ActionIcon aria-label={t('day.month_before')} onClick={() => turn(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <strong aria-live="polite">{format.month(at)}</strong>
      <ActionIcon aria-label={t('day.month_after')} onClick={() => turn(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}
