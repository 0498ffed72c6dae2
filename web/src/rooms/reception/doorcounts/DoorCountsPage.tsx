import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { get, inStore } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { useNow } from '@platform/now';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { csvOf, everyDay, totalOf, type DoorDay } from './days';
import { DayTable } from './DayTable';
import classes from './doorcounts.module.css';
import { RangePicker } from './RangePicker';
import { Summary } from './Summary';

/** The address holds the range: a colleague opens the same days from a link. */
export default function DoorCountsPage() {
  const { t } = useTranslation('reception/doorcounts');
  const store = useStore();
  const can = useCan();
  const [query, setQuery] = useSearchParams();
  const today = dayOf(useNow(), store.time_zone);
  const to = query.get('to') ?? today;
  const from = query.get('from') ?? addDays(to, -13);
  const counts = useQuery({
    queryKey: ['door-counts', store.id, from, to],
    queryFn: ({ signal }) => get<Items<DoorDay>>(`${inStore(store.id)}/door-counts`, { from, to }, signal),
  });
  const head = ['day', 'hour', 'logged', 'counted', 'desk', 'sensor'].map((name) => t(`csv.${name}`));

  return (
    <>
      <PageTitle title={t('title')}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={!counts.data?.items.length}
          onClick={() =>
            counts.data && download(csvOf(counts.data.items, head), `${t('file')}-${from}-${to}.csv`)
          }
        >
          {t('export')}
        </Button>
      </PageTitle>
      <p className={classes.intro}>{t('why')}</p>
      <RangePicker
        from={from}
        to={to}
        today={today}
        onChange={(range) => setQuery(range, { replace: true })}
      />
      <QueryView query={counts}>
        {({ items }) => {
          if (items.length === 0) {
            return (
              <EmptyPanel title={t('empty')} text={t('empty_text')}>
                {can('doors.tap') && (
                  <Button component={Link} to="/door" variant="default">
                    {t('to_door')}
                  </Button>
                )}
                {can('tokens.edit') && (
                  <Button component={Link} to="/settings/sensors" variant="default">
                    {t('to_sensors')}
                  </Button>
                )}
              </EmptyPanel>
            );
          }
          const days = everyDay(items, from, to);
          return (
            <>
              <Summary total={totalOf(days)} of={days.length} />
              <DayTable days={days} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

function download(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has to have begun reading before the address goes.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
