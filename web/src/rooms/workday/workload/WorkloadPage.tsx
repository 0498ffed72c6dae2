import { get, inStore } from '@platform/api/client';
import { useFormat } from '@platform/format/useFormat';
import { useCan } from '@platform/session/session';
import { CopyButton } from '@platform/show/CopyButton';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { usePinnedAddress, useView } from '@platform/useView';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Files } from '../Files';
import type { Workload } from '../types';
import { useNamedStore } from '../useNamedStore';
import classes from '../workday.module.css';
import { DaysTable } from './DaysTable';
import { DueDrawer } from './DueDrawer';
import { readPlace } from './places';
import { HoursPanel } from './HoursPanel';
import { Overloads } from './Overloads';

/** What falls due for whom in the next two weeks against what they do on a usual day, and at what hours it is done. */
export default function WorkloadPage() {
  const { t } = useTranslation('workday/workload');
  const store = useNamedStore();
  const format = useFormat(store);
  const all = useCan()('prospects.manage');
  const { query, change } = useView();
  const workload = useQuery({
    queryKey: ['workload', store.id],
    queryFn: ({ signal }) => get<Workload>(`${inStore(store.id)}/workload`, {}, signal),
  });
  const link = usePinnedAddress({ store: store.id });
  const note = workload.data && `${store.name} · ${format.day(workload.data.today, true)}`;
  return (
    <>
      <PageTitle title={t(all ? 'title' : 'title_own')} note={note}>
        <div className={`${classes.tools} no-print`}>
          <Files path={`${inStore(store.id)}/workload`} label={(kind) => t('export', { format: kind })} />
          <CopyButton text={link} label={t('copy_link')} />
        </div>
      </PageTitle>
      <QueryView query={workload}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyPanel title={t('empty')} text={t('empty_text')} />
          ) : (
            <>
              <Overloads overloads={data.overloads} store={store} />
              <section className={classes.panel} aria-label={t('days')}>
                <div className={classes.head}>
                  <h2>{t('days')}</h2>
                </div>
                <p className={classes.note}>{t('days_note')}</p>
                <DaysTable workload={data} store={store} />
              </section>
            </>
          )
        }
      </QueryView>
      <HoursPanel store={store} />
      <DueDrawer
        place={readPlace(query.get('list'))}
        workload={workload.data}
        store={store}
        onClose={() => change({ list: null })}
      />
    </>
  );
}
