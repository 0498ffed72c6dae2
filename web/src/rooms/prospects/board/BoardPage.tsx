import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useBoard } from './api';
import { Away } from './Away';
import { BehindDrawer } from './BehindDrawer';
import classes from './board.module.css';
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

/** The manager's morning: who has what to do, what is being dropped, and what is promised for today. */
export default function BoardPage() {
  const { t } = useTranslation('prospects/board');
  const store = useStore();
  const format = useFormat();
  const board = useBoard(store.id);
  const note = board.data && `${format.day(board.data.day, true)} · ${format.time(board.data.now)}`;
  return (
    <div className={classes.page}>
      <style media="print">{paper}</style>
      <PageTitle title={t('title')} note={note && `${store.name} · ${note}`}>
        <Button component={Link} to="/settings/rules" variant="subtle" className="no-print">
          {t('to_rules')}
        </Button>
        <Button
          variant="default"
          className={`${classes.printButton} no-print`}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </PageTitle>
      <QueryView query={board}>{(data) => <BoardView board={data} />}</QueryView>
    </div>
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
      {board.counts.open === 0 ? (
        <NothingOpen />
      ) : (
        <>
          <Totals board={board} />
          <PeopleTable board={board} />
        </>
      )}
      <div className={classes.rest}>
        <Losses cards={board.loss_asked} />
        <Deliveries deliveries={board.deliveries} today={board.day} />
        <Away people={board.away} />
        {can('visits.read') && <Unclosed />}
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
