import { Button, Menu } from '@mantine/core';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Notices } from '../notices/Notices';
import { DuplicatesLink } from '../duplicates/DuplicatesLink';
import { useBoard } from './api';
import { Away } from './Away';
import { BehindDrawer } from './BehindDrawer';
import classes from './board.module.css';
import { Appointments } from './Appointments';
import { Deliveries } from './Deliveries';
import { readListing } from './listing';
import { LeadsLeftAlone } from './LeadsLeftAlone';
import { Losses } from './Losses';
import { PeopleTable } from './PeopleTable';
import { Totals } from './Totals';
import type { Board } from './types';
import { Unclosed } from './Unclosed';

/** For the meeting room; only while this page is open, since other pages are printed upright. */
const paper = '@page { size: A4 landscape; margin: 10mm; }';

/** The manager's morning: who has what to do, what is being dropped, and what is promised for today; `ahead`: what will be. */
export default function BoardPage({ ahead }: { ahead?: ReactNode }) {
  const { t } = useTranslation('prospects/board');
  const store = useStore();
  const format = useFormat();
  const board = useBoard(store.id);
  const note = board.data && `${format.day(board.data.day, true)} · ${format.time(board.data.now)}`;
  return (
    <div className={classes.page}>
      <style media="print">{paper}</style>
      <PageTitle title={t('title')} note={note && `${store.name} · ${note}`}>
        <BoardMenu />
        <Button
          variant="default"
          className={`${classes.printButton} no-print`}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </PageTitle>
      {ahead}
      <QueryView query={board}>{(data) => <BoardView board={data} />}</QueryView>
    </div>
  );
}

/** What a manager does next, and the forms for the meeting. */
function BoardMenu() {
  const { t } = useTranslation('prospects/board');
  const can = useCan();
  const more = [
    { to: '/prospects/day', label: t('prospects:to_day') },
    { to: '/prospects/month', label: t('prospects:to_month') },
    ...(can('prospects.manage') ? [{ to: '/prospects/reassign', label: t('prospects:to_reassign') }] : []),
    ...(can('prospects.manage', 'audit.read')
      ? [{ to: '/prospects/calibration', label: t('prospects:to_calibration') }]
      : []),
    { to: '/settings/rules', label: t('to_rules') },
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" className="no-print" px="sm" aria-label={t('prospects:more')}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {more.map(({ to, label }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function BoardView({ board }: { board: Board }) {
  const [query, setQuery] = useSearchParams();
  const can = useCan();
  const close = () =>
    setQuery(
      (now) => {
        now.delete('list');
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <LeadsLeftAlone leads={board.leads} />
      <Notices />
      {board.counts.open === 0 ? (
        <NothingOpen />
      ) : (
        <>
          <Totals board={board} />
          <PeopleTable board={board} />
        </>
      )}
      <div className={classes.rest}>
        <div>
          <Losses losses={board.loss_asked} />
          {can('visits.read') && <Unclosed />}
          {can('prospects.manage') && <DuplicatesLink />}
        </div>
        <Appointments due={board.appointments} today={board.day} />
        <Deliveries deliveries={board.deliveries} today={board.day} />
        <Away people={board.away} />
      </div>
      <BehindDrawer listing={readListing(query.get('list'))} board={board} onClose={close} />
    </>
  );
}

function NothingOpen() {
  const { t } = useTranslation('prospects/board');
  return (
    <div className={classes.empty}>
      <EmptyPanel title={t('empty')} text={t('empty_text')}>
        <Button component={Link} to="/today" variant="default">
          {t('to_today')}
        </Button>
      </EmptyPanel>
    </div>
  );
}
