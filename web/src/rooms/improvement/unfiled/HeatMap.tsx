import { enough } from '@platform/format/share';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { ofPoint } from '../charts/funnelOption';
import type { Open } from '../shared/listing';
import { percent } from '../shared/percent';
import { dayOfWeek } from '../shared/useLabels';
import type { GroupPoint } from '../types';
import classes from './unfiled.module.css';

type Props = { label: string; points: GroupPoint[]; overall: number | null; open: Open };

const weekdays = [1, 2, 3, 4, 5, 6, 7];
/** How much ink the darkest cell takes: its number stays readable in both themes. */
const mostInk = 36;

/** Hours of the week. The darker, the more leave without a word; where few came, only the count is told. */
export function HeatMap({ label, points, overall, open }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat();
  const known = new Map(points.map((point) => [point.value, point]));
  const hours = points.flatMap(({ value }) => (value ? [Number(value.split('-')[1])] : []));
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const rows = hours.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const top = Math.max(0.01, (overall ?? 0.5) * 2);
  return (
    <div className={classes.heat}>
      <table aria-label={label}>
        <thead>
          <tr>
            <td />
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={format.weekday(dayOfWeek(weekday))}>
                {format.weekdayLetter(dayOfWeek(weekday))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((hour) => (
            <tr key={hour}>
              <th scope="row">{hour}:00</th>
              {weekdays.map((weekday) => (
                <Cell key={weekday} point={known.get(`${weekday}-${hour}`)} top={top} open={open} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{t('by.hour.cells', { count: enough })}</p>
    </div>
  );
}

function Cell({ point, top, open }: { point?: GroupPoint; top: number; open: Open }) {
  const { t } = useTranslation('improvement/unfiled');
  if (!point) return <td />;
  const of = ofPoint(point);
  const tells = point.rate !== null && of >= enough;
  const ink = tells ? Math.min(1, (point.rate ?? 0) / top) * mostInk : 0;
  const words = t('by.hour.cell', { unfiled: point.unfiled, of });
  const text = (
    <>
      <span aria-hidden>
        {point.unfiled}
        <small>{tells ? percent(point.rate ?? 0) : `/${of}`}</small>
      </span>
      <span className="screen-reader-only">{words}</span>
    </>
  );
  return (
    <td style={{ background: `color-mix(in srgb, var(--card), var(--ink) ${ink.toFixed(1)}%)` }}>
      {point.unfiled > 0 ? (
        <button type="button" onClick={() => open({ by: 'hour', value: point.value })}>
          {text}
        </button>
      ) : (
        <div>{text}</div>
      )}
    </td>
  );
}
