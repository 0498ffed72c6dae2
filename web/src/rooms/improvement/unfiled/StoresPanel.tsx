import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Chart } from '../charts/Chart';
import { funnelOption } from '../charts/funnelOption';
import { useView } from '../shared/useView';
import type { GroupPoint, Groups } from '../types';
import { tellPoint } from './GroupPanel';
import { GroupTable } from './GroupTable';
import { Panel, type Place } from './Panel';

/** The address of the same view of one store. */
export function useStoreAddress() {
  const { query } = useView();
  return (storeId: string) => {
    const next = new URLSearchParams(query);
    next.delete('group');
    next.set('store', storeId);
    return `?${next.toString()}`;
  };
}

/** Stores side by side: outside the funnel a store differs by more than chance. */
export function StoresPanel({ place, groups }: { place: Place; groups: Groups }) {
  const { t } = useTranslation('improvement/unfiled');
  const { change } = useView();
  const addressOf = useStoreAddress();
  const points = groups.groups;
  const option = useMemo(() => {
    const words = {
      name: ({ name, value }: GroupPoint) => name ?? value,
      visits: t('funnel.visits'),
      tip: (point: GroupPoint) => [point.name ?? point.value, ...tellPoint(point, t)],
    };
    return funnelOption(points, groups.overall ?? 0, words);
  }, [points, groups.overall, t]);
  const beyond = points.filter((point) => point.beyond).map(({ name }) => name);
  const found = beyond.length > 0 ? t('by.beyond', { names: beyond.join(t('comma')) }) : t('by.inside');
  const says = t('both', { first: t('stores.note'), second: found });
  return (
    <Panel
      place={place}
      name="stores"
      title={t('stores.title')}
      says={<p>{says}</p>}
      chart={
        <Chart
          label={`${t('stores.title')}: ${says}`}
          height={340}
          option={option}
          onPick={(index) => {
            const point = points[index];
            if (point) change({ group: null, store: point.value });
          }}
        />
      }
      table={
        <GroupTable
          label={t('stores.title')}
          groups={groups}
          points={points}
          name={({ name, value }) => name ?? value}
          open={undefined}
          link={(point) => <Link to={addressOf(point.value)}>{point.name}</Link>}
        />
      }
    />
  );
}
