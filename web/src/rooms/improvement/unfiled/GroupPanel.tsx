import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { barOption, countOption } from '../charts/barOption';
import { Chart } from '@platform/chart/Chart';
import { funnelOption, ofPoint } from '../charts/funnelOption';
import type { Open } from '../shared/listing';
import { percent } from '../shared/percent';
import type { Labels } from '../shared/useLabels';
import type { GroupPoint, Groups } from '../types';
import { inOrder, type Dimension } from './groups';
import { GroupTable } from './GroupTable';
import { HeatMap } from './HeatMap';
import { Panel, type Place } from './Panel';
import { useFinding } from './useFinding';

type Props = { place: Place; groups: Groups; by: Dimension; labels: Labels; open: Open };

const rowHeight = 38;
const funnelHeight = 380;

/** First visits by one thing: who received them, when they came, what they looked at … */
export function GroupPanel({ place, groups, by, labels, open }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const points = useMemo(() => inOrder(groups), [groups]);
  const title = t(`by.${by}.title`);
  const option = useOption(groups, points, by, labels);
  const list = (point: GroupPoint) => open({ by, value: point.value });
  const says = useSaying(groups, points, by, labels);
  const chart =
    by === 'hour' ? (
      <HeatMap label={title} points={points} overall={groups.overall} open={open} />
    ) : (
      <Chart
        label={`${title}: ${says}`}
        height={by === 'person' ? funnelHeight : points.length * rowHeight + (groups.rates ? 62 : 12)}
        option={option}
        onPick={(index) => {
          const point = points[index];
          if (point) list(point);
        }}
      />
    );
  return (
    <Panel
      place={place}
      name={by}
      part="groups"
      by={by}
      title={title}
      rates={groups.rates}
      says={<p>{says}</p>}
      chart={points.length > 0 ? chart : null}
      table={<GroupTable label={title} groups={groups} points={points} name={labels.value} open={open} />}
    />
  );
}

function useOption(groups: Groups, points: GroupPoint[], by: Dimension, labels: Labels) {
  const { t } = useTranslation('improvement/unfiled');
  return useMemo(() => {
    const words = {
      name: (point: GroupPoint) => labels.value({ by, ...point }),
      visits: t('funnel.visits'),
      tip: (point: GroupPoint) => [labels.value({ by, ...point }), ...tellPoint(point, t)],
    };
    if (by === 'person') return funnelOption(points, groups.overall ?? 0, words, funnelHeight);
    return groups.rates ? barOption(points, groups.overall, words) : countOption(points, words);
  }, [groups, points, by, labels, t]);
}

type Say = TFunction<'improvement/unfiled'>;

export function tellPoint(point: GroupPoint, t: Say): string[] {
  if (point.rate === null) return [t('point.count', { count: point.unfiled })];
  const { low, high, shrunken } = point;
  return [
    t('point.rate', { unfiled: point.unfiled, of: ofPoint(point), rate: percent(point.rate) }),
    low === null || high === null ? '' : t('point.interval', { low: percent(low), high: percent(high) }),
    shrunken === null ? '' : t('point.shrunken', { rate: percent(shrunken) }),
    point.more_visits > 0 ? t('point.more', { count: point.more_visits }) : '',
  ].filter(Boolean);
}

function useSaying(groups: Groups, points: GroupPoint[], by: Dimension, labels: Labels): string {
  const { t } = useTranslation('improvement/unfiled');
  const finding = useFinding();
  if (points.length === 0) return t('by.nothing');
  const note = t(`by.${by}.note`);
  if (!groups.rates || by === 'hour') return note;
  const second = finding({ ...groups, groups: points }, (point) => labels.value({ by, ...point }));
  return t('both', { first: note, second });
}
