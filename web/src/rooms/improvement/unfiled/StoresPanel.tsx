import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Chart } from '@platform/chart/Chart';
import { funnelOption } from '../charts/funnelOption';
import { writeListing } from '../shared/listing';
import { useView } from '@platform/useView';
import type { GroupPoint, Groups, Outcome } from '../types';
import { tellPoint } from './GroupPanel';
import { GroupTable } from './GroupTable';
import { Panel, type Place } from './Panel';
import { useFinding } from './useFinding';

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

const height = 340;
const listed = (outcome: Outcome = 'unfiled') => writeListing({ outcome, by: null, value: '', month: null });
const nameOf = ({ name, value }: Pick<GroupPoint, 'name' | 'value'>) => name ?? value;

/** Stores side by side: outside the funnel a store differs by more than chance. */
export function StoresPanel({ place, groups }: { place: Place; groups: Groups }) {
  const { t } = useTranslation('improvement/unfiled');
  const { change } = useView();
  const addressOf = useStoreAddress();
  const points = groups.groups;
  const option = useMemo(() => {
    const words = {
      name: nameOf,
      visits: t('funnel.visits'),
      tip: (point: GroupPoint) => [nameOf(point), ...tellPoint(point, t)],
    };
    return funnelOption(points, groups.overall ?? 0, words, height);
  }, [points, groups.overall, t]);
  const found = useFinding()(groups, nameOf);
  const says = t('both', { first: t('stores.note'), second: found });
  return (
    <Panel
      place={place}
      name="stores"
      part="groups"
      by="store"
      title={t('stores.title')}
      says={<p>{says}</p>}
      chart={
        <Chart
          label={`${t('stores.title')}: ${says}`}
          height={height}
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
          name={nameOf}
          open={({ value, outcome }) => change({ group: null, store: value ?? '', list: listed(outcome) })}
          link={(point) => <Link to={addressOf(point.value)}>{point.name}</Link>}
        />
      }
    />
  );
}
