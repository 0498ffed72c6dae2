import { useFormat } from '@platform/format/useFormat';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnfiled } from '../shared/api';
import type { Listing } from '../shared/listing';
import type { Scope } from '../shared/scope';
import { SideDrawer } from '@platform/show/SideDrawer';
import type { Labels } from '../shared/useLabels';
import type { StoresBehind } from '../types';
import type { Range } from './range';
import { useStoreAddress } from './StoresPanel';
import classes from './unfiled.module.css';

type Props = { listing: Listing | null; scope: Scope; range: Range; labels: Labels; onClose: () => void };

/** In which stores the visits behind a number of the group are; each leads to its own list of them. */
export function StoresDrawer({ listing, scope, range, labels, onClose }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat(scope.store);
  const stores = useUnfiled<StoresBehind>(
    scope,
    'stores',
    {
      from: listing?.month ?? range.from,
      to: listing?.month ?? range.to,
      by: listing?.by ?? null,
      value: listing?.value || null,
      outcome: listing?.outcome ?? null,
    },
    listing !== null,
  );
  const title = listing && [
    listing.by && labels.value({ by: listing.by, value: listing.value, name: stores.data?.name ?? null }),
    listing.month && format.month(`${listing.month}-01`),
    t(`improvement:state.${listing.outcome}`),
  ];
  return (
    <SideDrawer title={title && title.filter(Boolean).join(' · ')} onClose={onClose}>
      {listing && <QueryView query={stores}>{(behind) => <StoresList behind={behind} />}</QueryView>}
    </SideDrawer>
  );
}

/** Stores with their counts, each a link to itself. */
export function StoresList({ behind }: { behind: StoresBehind }) {
  const { t } = useTranslation('improvement/unfiled');
  const addressOf = useStoreAddress();
  return (
    <>
      <p className="quiet">{t('stores.behind', { count: behind.count })}</p>
      <ol className={classes.stores}>
        {behind.stores.map(({ store, count }) => (
          <li key={store.id}>
            <Link to={addressOf(store.id)}>{store.name}</Link>
            <span>{t('list.all', { count })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
