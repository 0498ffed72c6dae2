import { IconChevronDown } from '@tabler/icons-react';
import { shareOf } from '@platform/format/share';
import { useFormat } from '@platform/format/useFormat';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from './Bar';
import type { DoorDay } from './days';
import classes from './doorcounts.module.css';
import { HourTable } from './HourTable';

export function DayTable({ days }: { days: DoorDay[] }) {
  const { t } = useTranslation('reception/doorcounts');
  const [open, setOpen] = useState<string | null>(null);
  const most = Math.max(1, ...days.map(({ logged, counted }) => Math.max(logged, counted)));
  return (
    <div className={classes.card}>
      <table className={classes.table}>
        <caption className={classes.legend}>
          <span className={classes.keyLogged} aria-hidden /> {t('logged')}
          <span className={classes.keyCounted} aria-hidden /> {t('counted')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th className={classes.barCell} aria-hidden />
            <th scope="col" className={classes.number}>
              {t('logged')}
            </th>
            <th scope="col" className={classes.number}>
              {t('counted')}
            </th>
            <th scope="col" className={classes.number}>
              {t('completeness')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <Fragment key={day.day}>
              <DayRow
                day={day}
                most={most}
                open={open === day.day}
                toggle={() => setOpen(open === day.day ? null : day.day)}
              />
              {open === day.day && (
                <tr className={classes.detail}>
                  <td colSpan={5}>
                    <HourTable hours={day.hours} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { day: DoorDay; most: number; open: boolean; toggle: () => void };

function DayRow({ day, most, open, toggle }: RowProps) {
  const { t } = useTranslation('reception/doorcounts');
  const format = useFormat();
  const { percent } = shareOf(day.logged, day.counted);
  const name = format.shortDay(day.day, true);
  const nothing = day.logged === 0 && day.counted === 0;
  return (
    <tr className={classes.row} data-nothing={nothing || undefined}>
      <th scope="row">
        {day.hours.length > 0 ? (
          <button type="button" aria-expanded={open} onClick={toggle}>
            {name}
            <IconChevronDown size={15} stroke={1.6} aria-hidden />
          </button>
        ) : (
          name
        )}
      </th>
      <td className={classes.barCell} aria-hidden>
        <Bar logged={day.logged} counted={day.counted} most={most} />
      </td>
      <td className={classes.number}>{day.logged}</td>
      <td className={classes.number}>{day.counted > 0 || nothing ? day.counted : t('uncounted')}</td>
      <td className={classes.number}>
        {percent !== null ? `${percent}%` : <span className="quiet">{day.counted > 0 ? t('few') : '–'}</span>}
      </td>
    </tr>
  );
}
