import { useTranslation } from 'react-i18next';
import { Bar } from './Bar';
import type { DoorHour } from './days';
import classes from './doorcounts.module.css';

/** Where the log gets thin: usually the busiest hours, or noon. */
export function HourTable({ hours }: { hours: DoorHour[] }) {
  const { t } = useTranslation('reception/doorcounts');
  const most = Math.max(1, ...hours.map(({ logged, counted }) => Math.max(logged, counted)));
  return (
    <table className={classes.hours}>
      <thead>
        <tr>
          <th scope="col">{t('hour')}</th>
          <th className={classes.barCell} aria-hidden />
          {(['logged', 'desk', 'sensor'] as const).map((name) => (
            <th key={name} scope="col" className={classes.number}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((each) => (
          <tr key={each.hour}>
            <th scope="row">{t('at', { hour: String(each.hour).padStart(2, '0') })}</th>
            <td className={classes.barCell} aria-hidden>
              <Bar logged={each.logged} counted={each.counted} most={most} />
            </td>
            <td className={classes.number}>{each.logged}</td>
            <td className={classes.number}>{each.desk}</td>
            <td className={classes.number}>{each.sensor ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
