import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { inStore } from '@platform/api/client';
import type { Card } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { RowSkeletons } from '@platform/show/RowSkeletons';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CardRow } from './CardRow';
import { byGrade } from './grades';
import { FilterBar } from './list/FilterBar';
import classes from './list/list.module.css';
import { askedOf, inOrder, views, type Looking, type View } from './list/looking';
import { SavedFilters } from './list/SavedFilters';
import { useLooking } from './list/useLooking';
import rows from './prospects.module.css';

// A phone that only reads the list does not fetch the desk's tools.
const TableView = lazy(() => import('./list/TableView'));
const KanbanView = lazy(() => import('./list/KanbanView'));

export default function ProspectsPage() {
  const { t } = useTranslation('prospects');
  const { query, looking, change } = useLooking();
  return (
    <>
      <PageTitle title={t('title')}>
        <SegmentedControl
          aria-label={t('view_label')}
          data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={looking.view}
          onChange={(view) => change({ view: view === 'list' ? null : (view as View) })}
        />
        <SavedFilters query={query} />
        <MoreMenu />
      </PageTitle>
      <FilterBar looking={looking} change={change} />
      {looking.view === 'list' && <ListView looking={looking} />}
      <Suspense fallback={<RowSkeletons />}>
        {looking.view === 'table' && <TableView looking={looking} change={change} />}
        {looking.view === 'kanban' && <KanbanView looking={looking} change={change} />}
      </Suspense>
    </>
  );
}

/** What else is done with prospects as a whole. */
function MoreMenu() {
  const { t } = useTranslation('prospects');
  const can = useCan();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t('more')} px="sm">
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/prospects/month">
          {t('to_month')}
        </Menu.Item>
        <Menu.Item component={Link} to="/prospects/day">
          {t('to_day')}
        </Menu.Item>
        {can('prospects.manage') && (
          <Menu.Item component={Link} to="/prospects/reassign">
            {t('to_reassign')}
          </Menu.Item>
        )}
        {can('prospects.manage', 'audit.read') && (
          <Menu.Item component={Link} to="/prospects/calibration">
            {t('to_calibration')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function ListView({ looking }: { looking: Looking }) {
  const store = useStore();
  const cards = usePages<Card>(['prospects', store.id], `${inStore(store.id)}/prospects`, {
    ...askedOf(looking),
    ...(looking.order === 'opened' && looking.descending ? {} : inOrder(looking)),
  });
  const { grade, person, model, standing } = looking;
  const filtered = grade !== null || person !== null || model !== null || standing !== 'following';
  return (
    <PagedList pages={cards} empty={<Nothing filtered={filtered} />}>
      {(items) => (grade ? <Cards cards={items} /> : <Grouped cards={items} />)}
    </PagedList>
  );
}

function Cards({ cards }: { cards: Card[] }) {
  return (
    <div className={rows.list}>
      {cards.map((card) => (
        <CardRow key={card.id} card={card} />
      ))}
    </div>
  );
}

function Grouped({ cards }: { cards: Card[] }) {
  const { t } = useTranslation('prospects');
  const labels = useGradeLabels();
  return byGrade(cards).map(({ grade, cards: those }) => (
    <section key={grade}>
      <h2 className={classes.groupTitle}>{t(`grade.${grade}`, labels)}</h2>
      <Cards cards={those} />
    </section>
  ));
}

export function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('prospects');
  if (filtered) return <EmptyPanel title={t('empty_filtered')} text={t('empty_filtered_text')} />;
  return (
    <EmptyPanel title={t('empty')} text={t('empty_text')}>
      <Button component={Link} to="/today" variant="default">
        {t('to_today')}
      </Button>
    </EmptyPanel>
  );
}
