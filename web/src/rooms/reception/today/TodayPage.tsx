import { Button } from '@mantine/core';
import { unreached } from '@platform/api/problem';
import type { Today, Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReasons, useStaff, useToday } from '../api';
import { labelOf } from '../visits/labels';
import { VisitRow } from '../visits/VisitRow';
import rows from '../visits/visits.module.css';
import { DayFigures } from './DayFigures';
import { KeptVisits } from './KeptVisits';
import { ToConfirm } from './ToConfirm';
import { FirstSteps } from './FirstSteps';
import classes from './today.module.css';

type Props = { first?: ReactNode; followUps?: ReactNode };

/** `first`, `followUps`: what another room adds to the day, before and below what was received. */
export default function TodayPage({ first, followUps }: Props) {
  const { t } = useTranslation('reception');
  const store = useStore();
  const format = useFormat();
  const today = useToday(store.id);
  // Who leads decides first; who sells has customers waiting.
  const leads = useCan()('visits.read');
  const unconfirmed = today.data && <Unconfirmed today={today.data} storeId={store.id} />;
  return (
    <>
      <PageTitle title={t('today.title')} note={today.data && format.day(today.data.day, true)} />
      <div className={classes.columns}>
        <div>
          {first}
          {unreached(today) && <KeptVisits />}
          <QueryView query={today}>{(data) => <ToClose today={data} storeId={store.id} />}</QueryView>
          {leads && unconfirmed}
          {followUps}
        </div>
        {today.data && (
          <div>
            {!leads && unconfirmed}
            <Done today={today.data} storeId={store.id} />
          </div>
        )}
      </div>
    </>
  );
}

function ToClose({ today, storeId }: { today: Today; storeId: string }) {
  const { t } = useTranslation('reception');
  const can = useCan();
  // The overdue are open too; together and oldest first they are one list to work down.
  const open = [
    ...new Map([...today.overdue, ...today.open].map((visit) => [visit.id, visit])).values(),
  ].sort((a, b) => a.arrived_at.localeCompare(b.arrived_at));
  const title = can('visits.read') ? t('today.open_store') : t('today.open_mine');
  return (
    <Section
      title={title}
      count={open.length}
      note={today.overdue.length > 0 ? t('today.overdue_note') : undefined}
    >
      {open.length === 0 ? (
        <NothingOpen storeId={storeId} />
      ) : (
        <Rows visits={open} storeId={storeId} today={today.day} />
      )}
    </Section>
  );
}

function Unconfirmed({ today, storeId }: { today: Today; storeId: string }) {
  const { t } = useTranslation('reception');
  if (today.to_confirm.length === 0) return null;
  return (
    <Section title={t('today.to_confirm')} count={today.to_confirm.length} note={t('today.to_confirm_note')}>
      <ToConfirm visits={today.to_confirm} storeId={storeId} />
    </Section>
  );
}

function Done({ today, storeId }: { today: Today; storeId: string }) {
  const { t } = useTranslation('reception');
  const asked = new Set(today.to_confirm.map((visit) => visit.id));
  const closed = today.closed.filter((visit) => !asked.has(visit.id));
  return (
    <>
      <Section title={t('today.figures')}>
        <DayFigures figures={today.figures} />
      </Section>
      <Section title={t('today.closed')}>
        {closed.length === 0 ? (
          <p className="quiet">{t('today.nothing_closed')}</p>
        ) : (
          <>
            <Rows visits={closed} storeId={storeId} today={today.day} />
            <p>
              <Link to="/log">{t('today.whole_day')}</Link>
            </p>
          </>
        )}
      </Section>
    </>
  );
}

function Rows({ visits, storeId, today }: { visits: Visit[]; storeId: string; today: string }) {
  const format = useFormat();
  const reasons = useReasons(storeId, 'unfiled');
  return (
    <div className={rows.list}>
      {visits.map((visit) => (
        <VisitRow
          key={visit.id}
          visit={visit}
          dated={visit.day !== today}
          reason={labelOf(reasons.data, visit.reason_code, format.label) ?? undefined}
        />
      ))}
    </div>
  );
}

function NothingOpen({ storeId }: { storeId: string }) {
  const { t } = useTranslation('reception');
  const can = useCan();
  const staff = useStaff(storeId, can('people.edit'));
  if (staff.data?.length === 0) return <FirstSteps />;
  return (
    <EmptyPanel title={t('today.nothing_open')} text={t('today.nothing_open_text')}>
      {can('visits.open') && (
        <Button component={Link} to="/door" variant="default">
          {t('today.to_door')}
        </Button>
      )}
    </EmptyPanel>
  );
}
