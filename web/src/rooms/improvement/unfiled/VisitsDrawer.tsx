import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useTranslation } from 'react-i18next';
import type { Listing } from '../shared/listing';
import type { Scope } from '../shared/scope';
import { SideDrawer } from '@platform/show/SideDrawer';
import type { Labels } from '../shared/useLabels';
import { VisitLines } from '../shared/VisitLines';
import type { Figure, State } from '../types';
import type { Range } from './range';

const atOnce = 100;

type Props = { listing: Listing | null; scope: Scope; range: Range; labels: Labels; onClose: () => void };

/** The visits behind a number, as many as the number says. */
export function VisitsDrawer({ listing, scope, range, labels, onClose }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat(scope.store);
  const visits = usePages<Visit>(
    ['unfiled', scope.path, 'visits'],
    `${scope.path}/unfiled/visits`,
    {
      from: listing?.month ?? range.from,
      to: listing?.month ?? range.to,
      by: listing?.by ?? null,
      value: listing?.value ?? null,
      outcome: listing?.outcome ?? null,
      limit: atOnce,
    },
    { enabled: listing !== null },
  );
  const title = listing && [
    listing.by && labels.value({ by: listing.by, value: listing.value, name: nameIn(visits.items, listing) }),
    listing.month && format.month(`${listing.month}-01`),
    t(`improvement:state.${listing.outcome}`),
    visits.isSuccess && t(visits.hasNextPage ? 'list.first' : 'list.all', { count: visits.items.length }),
  ];
  return (
    <SideDrawer title={title && title.filter(Boolean).join(' · ')} onClose={onClose}>
      {listing && (
        <PagedList pages={visits} empty={<p>{t('list.nobody')}</p>}>
          {(items) => (
            <VisitLines visits={items.map((visit) => figureOf(visit, listing.outcome))} labels={labels} />
          )}
        </PagedList>
      )}
    </SideDrawer>
  );
}

/** A link holds ids; the visits themselves know the names. */
function nameIn([first]: Visit[], { by, value }: Listing): string | null {
  if (!first || !value) return null;
  if (by === 'person') return first.salesperson?.name ?? null;
  if (by === 'model') return first.model?.name ?? null;
  return null;
}

/** A visit as a figure of whom this has become. */
export const figureOf = (visit: Visit, state: State): Figure => ({
  visit_id: visit.id,
  store_id: visit.store_id,
  arrived_at: visit.arrived_at,
  state,
  reason_code: visit.reason_code,
  salesperson: visit.salesperson,
  model: visit.model,
  channel_code: visit.channel_code,
  minutes: visit.minutes,
  story: visit.story,
});
