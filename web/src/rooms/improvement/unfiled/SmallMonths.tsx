import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import type { usePages } from '@platform/list/usePages';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { topOf } from '@platform/chart/parts';
import { percent } from '../shared/percent';
import type { MonthPoint, StoreMonths } from '../types';
import { DataTable } from './DataTable';
import { Panel, type Place } from './Panel';
import { useStoreAddress } from './StoresPanel';
import classes from './unfiled.module.css';

const [width, height] = [220, 84];

type Months = ReturnType<typeof usePages<StoreMonths>>;

/** The months of every store in the same small frame, so that the eye compares shapes. */
export function SmallMonths({ place, months }: { place: Place; months: Months }) {
  const { t } = useTranslation('improvement/unfiled');
  const addressOf = useStoreAddress();
  const stores = months.items;
  const top = topOf(stores.flatMap(({ points }) => points.flatMap(({ rate, high }) => [rate, high])));
  return (
    <Panel
      place={place}
      name="store-months"
      part="store_months"
      title={t('small.title')}
      says={<p>{t('small.note', { top: percent(top) })}</p>}
      chart={
        <PagedList pages={months} empty={null}>
          {() => (
            <ul className={classes.small}>
              {stores.map(({ store_id, name, points }) => (
                <li key={store_id}>
                  <Link to={addressOf(store_id)}>{name}</Link>
                  <Spark points={points} top={top} />
                  <Latest points={points} />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      }
      table={
        <PagedList pages={months} empty={null}>
          {(shown) => <StoreTable stores={shown} />}
        </PagedList>
      }
    />
  );
}

function Latest({ points }: { points: MonthPoint[] }) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat();
  const last = points.findLast(({ rate }) => rate !== null);
  const signals = points.filter(({ outside, in_run }) => outside || in_run).length;
  if (!last || last.rate === null) return <p className="quiet">{t('by.nothing')}</p>;
  return (
    <p className="quiet">
      {t('both', {
        first: t('small.latest', { month: format.month(`${last.month}-01`), rate: percent(last.rate) }),
        second: signals > 0 ? t('small.signals', { count: signals }) : t('small.calm'),
      })}
    </p>
  );
}

/** Rate, limits and signals, drawn without an axis: the frame is the same for all. */
function Spark({ points, top }: { points: MonthPoint[]; top: number }) {
  const x = (at: number) => (points.length < 2 ? width / 2 : 6 + (at / (points.length - 1)) * (width - 12));
  const y = (rate: number) => height - 4 - (rate / top) * (height - 10);
  const line = (pick: (point: MonthPoint) => number | null) =>
    points.flatMap((point, at) => {
      const value = pick(point);
      return value === null ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`];
    });
  const band = [...line(({ low }) => low), ...line(({ high }) => high).reverse()].join(' ');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={classes.spark} aria-hidden>
      <polygon points={band} className={classes.band} />
      <polyline points={line(({ rate }) => rate).join(' ')} className={classes.rateLine} />
      {points.map(({ month, rate, outside, in_run }, at) =>
        rate === null ? null : (
          <circle
            key={month}
            cx={x(at)}
            cy={y(rate)}
            r={outside || in_run ? 4.5 : 2}
            className={outside || in_run ? classes.signalDot : classes.dot}
          />
        ),
      )}
    </svg>
  );
}

function StoreTable({ stores }: { stores: StoreMonths[] }) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat();
  const addressOf = useStoreAddress();
  const months = stores[0]?.points.map(({ month }) => month) ?? [];
  return (
    <DataTable
      label={t('small.title')}
      head={[t('column.name'), ...months.map((month) => format.month(`${month}-01`))]}
      rows={stores.map(({ store_id, name, points }) => ({
        key: store_id,
        name: <Link to={addressOf(store_id)}>{name}</Link>,
        cells: months.map((month) => {
          const point = points.find((each) => each.month === month);
          if (!point || point.rate === null) return '–';
          return `${percent(point.rate)} (${point.filing.unfiled}/${point.filing.filed + point.filing.unfiled})`;
        }),
      }))}
    />
  );
}
