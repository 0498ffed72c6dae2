import { Button, SegmentedControl } from '@mantine/core';
import { get, inStore } from '@platform/api/client';
import { monthOf } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import classes from './calibration.module.css';
import { readBehind, SaidDrawer } from './SaidDrawer';
import { Table } from './Table';
import type { Calibration } from './types';

const lengths = [3, 6, 12];

/** Are grades honest: of those who were said to buy within a window, how many did. */
export default function CalibrationPage() {
  const { t } = useTranslation('prospects/calibration');
  const labels = useGradeLabels();
  const store = useStore();
  const today = useFormat().dayOf(useNow());
  const [query, setQuery] = useSearchParams();
  const asked = Number(query.get('months'));
  const months = lengths.includes(asked) ? asked : 6;
  const span = { from: monthOf(today, 1 - months), to: today };
  const calibration = useQuery({
    queryKey: ['prospects', store.id, 'calibration', span],
    queryFn: ({ signal }) => get<Calibration>(`${inStore(store.id)}/prospects/calibration`, span, signal),
    placeholderData: keepPreviousData,
  });
  const set = (name: string, value: string | null) =>
    setQuery(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        <SegmentedControl
          aria-label={t('span')}
          data={lengths.map((count) => ({ value: String(count), label: t('months', { count }) }))}
          value={String(months)}
          onChange={(value) => set('months', value === '6' ? null : value)}
        />
        <Button component={Link} to="/prospects" variant="default">
          {t('back')}
        </Button>
      </PageTitle>
      <QueryView query={calibration}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyPanel title={t('nothing')} text={t('nothing_text')} />
          ) : (
            <>
              <Table calibration={data} />
              <details className={classes.how}>
                <summary>{t('how')}</summary>
                <p>{t('how_text', { ...labels, h: data.h_days, a: data.a_days, b: data.b_days })}</p>
              </details>
            </>
          )
        }
      </QueryView>
      <SaidDrawer
        behind={readBehind(query.get('list'))}
        span={span}
        people={calibration.data?.people.map(({ person }) => person) ?? []}
        onClose={() => set('list', null)}
      />
    </>
  );
}
