import { get, inStore } from '@platform/api/client';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { CopyButton } from '@platform/show/CopyButton';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { usePinnedAddress, useView } from '@platform/useView';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Files } from '../Files';
import type { Truth } from '../types';
import { useNamedStore } from '../useNamedStore';
import classes from '../workday.module.css';
import { readAsked, readBehind } from './asking';
import { FindingsDrawer } from './FindingsDrawer';
import { KindTable } from './KindTable';
import { SpanPicker } from './SpanPicker';
import { Stores } from './Stores';
import { ThresholdFields } from './ThresholdFields';

/** What of the follow-ups written down is worth a question: by person, with the rows behind it. */
export default function TruthPage() {
  const { t } = useTranslation('workday/truth');
  const store = useNamedStore();
  const format = useFormat(store);
  const today = format.dayOf(useNow());
  const { query, change } = useView();
  const asked = readAsked(query, today);
  const truth = useQuery({
    queryKey: ['truth', store.id, asked],
    queryFn: ({ signal }) => get<Truth>(`${inStore(store.id)}/truth`, asked, signal),
    placeholderData: keepPreviousData,
  });
  const link = usePinnedAddress({ store: store.id, from: asked.from, to: asked.to });
  return (
    <>
      <PageTitle
        title={t('title')}
        note={`${store.name} · ${format.day(asked.from)} – ${format.day(asked.to)}`}
      >
        <div className={`${classes.tools} no-print`}>
          <Files
            path={`${inStore(store.id)}/truth`}
            query={asked}
            label={(kind) => t('export', { format: kind })}
          />
          <CopyButton text={link} label={t('copy_link')} />
        </div>
      </PageTitle>
      <SpanPicker from={asked.from} to={asked.to} today={today} />
      <p className={classes.note}>{t('intro')}</p>
      <QueryView query={truth}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyPanel title={t('empty')} text={t('empty_text')} />
          ) : (
            <section className={classes.panel} aria-label={t('people')}>
              <div className={classes.head}>
                <h2>{t('people')}</h2>
              </div>
              <p className={classes.note}>{t('people_note')}</p>
              <KindTable truth={data} />
            </section>
          )
        }
      </QueryView>
      <ThresholdFields asked={asked} />
      <Stores asked={asked} />
      <FindingsDrawer
        behind={readBehind(query.get('list'))}
        asked={asked}
        store={store}
        people={truth.data?.people ?? []}
        onClose={() => change({ list: null })}
      />
    </>
  );
}
