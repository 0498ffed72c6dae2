import type { Duplicate } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useTranslation } from 'react-i18next';
import { useDuplicates } from './api';
import { Merges } from './Merges';
import { Pair } from './Pair';
import classes from './duplicates.module.css';

/** Customers who are on file twice: side by side, to be put together or told apart. */
export default function DuplicatesPage() {
  const { t } = useTranslation('prospects/duplicates');
  const store = useStore();
  const pairs = useDuplicates(store.id);
  const count = pairs.data?.pages[0]?.count;
  return (
    <>
      <PageTitle title={t('title')} note={count ? t('count', { count }) : t('note')} />
      <PagedList pages={pairs} empty={<EmptyPanel title={t('empty')} text={t('empty_text')} />}>
        {(items: Duplicate[]) => (
          <div className={classes.pairs}>
            {items.map((pair) => (
              <Pair key={pair.id} pair={pair} storeId={store.id} />
            ))}
          </div>
        )}
      </PagedList>
      <Merges storeId={store.id} />
    </>
  );
}
