import type { Card, DueList } from '@platform/api/types';
import { unreached } from '@platform/api/problem';
import { useFormat } from '@platform/format/useFormat';
import { useKept } from '@platform/list/kept';
import { PagedList } from '@platform/list/PagedList';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { Section } from '@platform/show/Section';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDue } from '../api';
import { Sheet, type Following } from '../following/Sheet';
import { useWaiting } from '../following/parcels';
import { Waiting } from '../following/Waiting';
import { Plan, type Opened } from '../plans/Plan';
import { PersonFilter } from '../PersonFilter';
import shared from '../prospects.module.css';
import { DueRow } from './DueRow';
import { byTime, type Row } from './rows';

/** Who is expected today is fetched once somebody is. */
const AppointmentRow = lazy(() => import('./AppointmentRow'));

/** Whom to follow up today, the overdue first: a part of the day's page. */
export function FollowUps() {
  const can = useCan();
  return can('prospects.own', 'prospects.read') ? <DueSection /> : null;
}

function DueSection() {
  const { t } = useTranslation('prospects/today');
  const store = useStore();
  const seesAll = useCan()('prospects.read');
  const [person, setPerson] = useState<string | null>(null);
  const [following, setFollowing] = useState<Following | null>(null);
  const due = useDue(store.id, person);
  const waiting = useWaiting(store.id);
  const format = useFormat();
  const noted = new Set(waiting.map(({ about }) => about?.id));
  const read = due.data?.pages[0];
  const kept = useKept(`due.${store.id}.${person ?? ''}`, read);
  // Without a network it is the list that was read last, if there is one.
  const alone = unreached(due) ? kept : null;
  const list = read ?? alone?.value;
  const cards = (alone?.value.items ?? due.items).filter((card) => !noted.has(card.id));
  const [opened, setOpened] = useState<Opened | null>(null);
  const rows = byTime(cards, list?.appointments ?? [], due.hasNextPage);
  return (
    <Section
      title={t(seesAll ? 'title_store' : 'title')}
      note={list && <Counts list={list} />}
      aside={seesAll && <PersonFilter storeId={store.id} value={person} onChange={setPerson} />}
    >
      <Waiting
        named
        parcels={waiting}
        storeId={store.id}
        onEdit={(parcel) => parcel.about && setFollowing({ card: parcel.about, parcel })}
      />
      {unreached(due) && (
        <p className="quiet">
          {alone ? t('kept', { when: format.dayTime(new Date(alone.at).toISOString()) }) : t('unread')}
        </p>
      )}
      {(alone ?? !unreached(due)) && (
        <PagedList
          pages={{ ...due, items: rows, isPending: !alone && due.isPending }}
          empty={waiting.length === 0 && <Nothing done={list?.done ?? 0} />}
        >
          {(items) => (
            <Rows
              rows={items}
              named={seesAll}
              onFollow={(card) => setFollowing({ card })}
              onOpen={setOpened}
            />
          )}
        </PagedList>
      )}
      <Sheet following={following} onClose={() => setFollowing(null)} />
      <Plan opened={opened} onClose={() => setOpened(null)} />
    </Section>
  );
}

function Counts({ list }: { list: DueList }) {
  const { t } = useTranslation('prospects/today');
  const format = useFormat();
  return (
    <span className="numbers">
      <span className={list.overdue > 0 ? 'overdue' : undefined}>
        {t('overdue', { count: list.overdue })}
      </span>
      {' · '}
      <span className={list.due > 0 ? 'due' : undefined}>{t('due', { count: list.due })}</span>
      {' · '}
      {t('done', { count: list.done })}
      {list.away_until !== null && list.ahead > 0 && (
        <span className="due">
          {' · '}
          {t('ahead', { day: format.shortDay(list.away_until), count: list.ahead })}
        </span>
      )}
    </span>
  );
}

type RowsProps = {
  rows: Row[];
  named: boolean;
  onFollow: (card: Card) => void;
  onOpen: (opened: Opened) => void;
};

function Rows({ rows, named, onFollow, onOpen }: RowsProps) {
  return (
    <div className={shared.list}>
      {rows.map((row) =>
        row.due ? (
          <Suspense key={row.due.appointment.id} fallback={null}>
            <AppointmentRow due={row.due} named={named} onOpen={onOpen} />
          </Suspense>
        ) : (
          <DueRow
            key={row.card.id}
            card={row.card}
            missed={row.missed}
            named={named}
            onFollow={() => onFollow(row.card)}
          />
        ),
      )}
    </div>
  );
}

function Nothing({ done }: { done: number }) {
  const { t } = useTranslation('prospects/today');
  return <EmptyPanel title={t(done > 0 ? 'all_done' : 'nothing')} text={t('nothing_text')} />;
}
