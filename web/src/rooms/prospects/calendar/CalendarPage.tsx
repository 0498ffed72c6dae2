import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { CalendarDay } from '@platform/api/types';
import { DayField } from '@platform/form/DayField';
import { addDays } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCalendar } from '../plans/api';
import { Plan, type Opened } from '../plans/Plan';
import { Arrivals } from './Arrivals';
import classes from './calendar.module.css';
import { DayGrid } from './DayGrid';

/** A day of the store: who is expected, and which test car is taken when. */
export default function CalendarPage() {
  const { t } = useTranslation('prospects/calendar');
  const store = useStore();
  const format = useFormat();
  const [query, setQuery] = useSearchParams();
  const today = format.dayOf(useNow());
  const day = query.get('day') ?? today;
  const go = (to: string) => setQuery(to === today ? {} : { day: to }, { replace: true });
  const calendar = useCalendar(store.id, day);
  return (
    <>
      <PageTitle title={t('title')} note={`${store.name} · ${format.day(day, true)}`}>
        <Group gap={6} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('day_before')}
            onClick={() => go(addDays(day, -1))}
          >
            <IconChevronLeft size={18} stroke={1.6} />
          </ActionIcon>
          <div className={classes.day}>
            <DayField label={t('day')} hideLabel value={day} onChange={go} />
          </div>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('day_after')}
            onClick={() => go(addDays(day, 1))}
          >
            <IconChevronRight size={18} stroke={1.6} />
          </ActionIcon>
          {day !== today && (
            <Button variant="subtle" onClick={() => go(today)}>
              {t('today')}
            </Button>
          )}
        </Group>
      </PageTitle>
      <QueryView query={calendar}>{(data) => <DayView key={data.day} calendar={data} />}</QueryView>
    </>
  );
}

function DayView({ calendar }: { calendar: CalendarDay }) {
  const { t } = useTranslation('prospects/calendar');
  const store = useStore();
  const can = useCan();
  const [opened, setOpened] = useState<Opened | null>(null);
  const plans = can('prospects.follow', 'prospects.manage');
  const keepsCars = can('prospects.manage', 'stores.edit');
  const book = (start: { day: string; time?: string; carId?: string }) =>
    setOpened({ kind: 'plan', planned: { storeId: store.id, whom: null, start } });
  return (
    <>
      <Section
        title={t('arrivals')}
        count={calendar.appointments.length || undefined}
        aside={
          plans && (
            <Button variant="light" onClick={() => book({ day: calendar.day })}>
              {t('invite')}
            </Button>
          )
        }
      >
        <Arrivals calendar={calendar} onOpen={setOpened} />
      </Section>
      <Section title={t('cars')} aside={keepsCars && <Link to="/settings/test-cars">{t('keep_cars')}</Link>}>
        {calendar.cars.length === 0 ? (
          <EmptyPanel title={t('no_cars')} text={t('no_cars_text')}>
            {keepsCars && (
              <Button component={Link} to="/settings/test-cars" variant="default">
                {t('keep_cars')}
              </Button>
            )}
          </EmptyPanel>
        ) : (
          <DayGrid calendar={calendar} onOpen={setOpened} onBook={plans ? book : undefined} />
        )}
      </Section>
      <Plan opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
