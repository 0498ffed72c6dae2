import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { inStore } from '@platform/api/client';
import type { Visit } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { DayField } from '@platform/form/DayField';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useReasons, useStaff } from '../api';
import { labelOf } from '../visits/labels';
import { VisitRow } from '../visits/VisitRow';
import rows from '../visits/visits.module.css';
import { ExportMenu } from './ExportMenu';
import classes from './log.module.css';

const standings = ['open', 'overdue', 'filed', 'unfiled', 'exclusion_asked', 'excluded'] as const;

/** The address holds day and filters: a colleague opens the same list from a link. */
export default function LogPage() {
  const { t } = useTranslation('reception');
  const store = useStore();
  const can = useCan();
  const [query, setQuery] = useSearchParams();
  const today = dayOf(useNow(), store.time_zone);
  const day = query.get('day') ?? today;
  const standing = query.get('standing');
  const person = query.get('person');
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setQuery(next, { replace: true });
  };
  const visits = usePages<Visit>(['visits', store.id], `${inStore(store.id)}/visits`, {
    day,
    standing,
    salesperson_id: person,
  });
  const staff = useStaff(store.id, can('visits.read'));

  return (
    <>
      <PageTitle title={t('log.title')}>
        {can('exports.run') && <ExportMenu storeId={store.id} day={day} today={today} />}
        <Button
          component={Link}
          to={`/log/print?day=${day}`}
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
        >
          {t('log.print')}
        </Button>
      </PageTitle>
      <div className={classes.filters}>
        <DayPicker day={day} today={today} onChange={(next) => set({ day: next === today ? null : next })} />
        <Select
          aria-label={t('log.standing')}
          placeholder={t('log.all_standings')}
          data={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
          value={standing}
          clearable
          onChange={(value) => set({ standing: value })}
        />
        {can('visits.read') && (
          <Select
            aria-label={t('log.person')}
            placeholder={t('log.all_people')}
            data={staff.data?.map((each) => ({ value: each.id, label: each.name })) ?? []}
            value={person}
            clearable
            searchable
            onChange={(value) => set({ person: value })}
          />
        )}
      </div>
      <PagedList
        pages={visits}
        empty={
          <EmptyPanel title={t('log.empty')} text={t('log.empty_text')}>
            {can('visits.open') && day === today && !standing && !person && (
              <Button component={Link} to="/door" variant="default">
                {t('today.to_door')}
              </Button>
            )}
          </EmptyPanel>
        }
      >
        {(items) => <Rows visits={items} storeId={store.id} />}
      </PagedList>
    </>
  );
}

function Rows({ visits, storeId }: { visits: Visit[]; storeId: string }) {
  const format = useFormat();
  const unfiled = useReasons(storeId, 'unfiled');
  const exclusion = useReasons(storeId, 'exclusion');
  return (
    <div className={rows.list}>
      {visits.map((visit) => (
        <VisitRow
          key={visit.id}
          visit={visit}
          reason={
            labelOf(unfiled.data, visit.reason_code, format.label) ??
            labelOf(exclusion.data, visit.exclusion_code, format.label) ??
            undefined
          }
        />
      ))}
    </div>
  );
}

function DayPicker({
  day,
  today,
  onChange,
}: {
  day: string;
  today: string;
  onChange: (day: string) => void;
}) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={t('log.day_before')}
        onClick={() => onChange(addDays(day, -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <DayField label={t('log.day')} hideLabel value={day} max={today} onChange={onChange} />
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={t('log.day_after')}
        disabled={day >= today}
        onClick={() => onChange(addDays(day, 1))}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      <span className={classes.weekday}>{day === today ? t('log.today') : format.weekday(day)}</span>
    </Group>
  );
}
