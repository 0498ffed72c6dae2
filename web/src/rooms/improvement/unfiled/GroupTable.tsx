import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ofPoint } from '../charts/funnelOption';
import type { Open } from '../shared/listing';
import { percent } from '../shared/percent';
import type { Labels } from '../shared/useLabels';
import type { GroupPoint, Groups, Outcome } from '../types';
import { Count, DataTable } from './DataTable';

type Props = {
  label: string;
  groups: Groups;
  points: GroupPoint[];
  name: Labels['value'];
  open: Open;
  /** A name that leads somewhere. */
  link?: (point: GroupPoint) => ReactNode;
};

const withRates = ['name', 'first', 'filed', 'unfiled', 'open', 'rate', 'interval', 'shrunken', 'note'];

export function GroupTable({ label, groups, points, name, open, link }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const { by } = groups;
  const head = groups.rates ? withRates : ['name', 'unfiled'];
  const count = (point: GroupPoint, outcome: Outcome) => (
    <Count
      count={point[outcome]}
      of={`${name({ by, ...point })} ${t(`improvement:state.${outcome}`)}`}
      open={() => open({ by, value: point.value, outcome })}
    />
  );
  const interval = ({ low, high }: GroupPoint) =>
    low === null || high === null ? '–' : `${percent(low)}–${percent(high)}`;
  const note = (point: GroupPoint) =>
    point.beyond
      ? t('point.beyond')
      : point.more_visits > 0
        ? t('point.more', { count: point.more_visits })
        : '';
  return (
    <DataTable
      label={label}
      head={head.map((each) => t(`column.${each}`))}
      rows={points.map((point) => ({
        key: point.value,
        name: link ? link(point) : name({ by, ...point }),
        cells: groups.rates
          ? [
              ofPoint(point),
              count(point, 'filed'),
              count(point, 'unfiled'),
              count(point, 'open'),
              point.rate === null ? '–' : percent(point.rate, 1),
              interval(point),
              point.shrunken === null ? '–' : percent(point.shrunken, 1),
              note(point),
            ]
          : [count(point, 'unfiled')],
      }))}
    />
  );
}
