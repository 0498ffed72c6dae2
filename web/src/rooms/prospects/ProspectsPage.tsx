import { Button, Select } from '@mantine/core';
import { inStore } from '@platform/api/client';
import type { Card, CardStanding, Grade } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { Choices } from '@platform/form/Choices';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AttentionFilter } from './board/AttentionFilter';
import { readAttention } from './board/listing';
import { CardRow } from './CardRow';
import { byGrade, grades } from './grades';
import { PersonFilter } from './PersonFilter';
import classes from './prospects.module.css';

const standings: CardStanding[] = ['following', 'loss_asked', 'ordered', 'delivered', 'lost'];

export default function ProspectsPage() {
  const { t } = useTranslation('prospects');
  const store = useStore();
  const can = useCan();
  const [query, setQuery] = useSearchParams();
  const grade = grades.find((each) => each === query.get('grade')) ?? null;
  const person = query.get('person');
  const attention = readAttention(query.get('attention'));
  // Whoever opens the list looks for whom to follow up: what has ended is one choice away. What needs a look may
  // stand anywhere.
  const usual = attention ? 'all' : 'following';
  const asked = query.get('standing') ?? usual;
  const standing = standings.find((each) => each === asked) ?? null;
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    setQuery(next, { replace: true });
  };
  const cards = usePages<Card>(['prospects', store.id], `${inStore(store.id)}/prospects`, {
    grade,
    standing,
    attention,
    salesperson_id: person,
  });
  const seesAll = can('prospects.read');
  return (
    <>
      <PageTitle title={t('title')}>
        <Select
          aria-label={t('standing_label')}
          data={[...standings, 'all' as const].map((value) => ({
            value,
            label: value === 'all' ? t('all_standings') : t(`standing.${value}`),
          }))}
          value={standing ?? 'all'}
          allowDeselect={false}
          className={classes.standings}
          onChange={(value) => set('standing', value === usual ? null : value)}
        />
        {seesAll && <PersonFilter storeId={store.id} value={person} onChange={(id) => set('person', id)} />}
      </PageTitle>
      <div className={classes.filter}>
        <Choices<Grade | 'all'>
          label={t('grade_label')}
          hideLabel
          options={[
            { value: 'all', label: t('all') },
            ...grades.map((each) => ({ value: each, label: each, note: t(`grade_short.${each}`) })),
          ]}
          value={grade ?? 'all'}
          onChange={(next) => set('grade', next === 'all' ? null : next)}
        />
      </div>
      {attention && <AttentionFilter attention={attention} onRemove={() => set('attention', null)} />}
      <PagedList
        pages={cards}
        empty={<Nothing filtered={grade !== null || person !== null || standing !== 'following'} />}
      >
        {(items) => (grade ? <Cards cards={items} /> : <Grouped cards={items} />)}
      </PagedList>
    </>
  );
}

function Cards({ cards }: { cards: Card[] }) {
  return (
    <div className={classes.list}>
      {cards.map((card) => (
        <CardRow key={card.id} card={card} />
      ))}
    </div>
  );
}

function Grouped({ cards }: { cards: Card[] }) {
  const { t } = useTranslation('prospects');
  return byGrade(cards).map(({ grade, cards: those }) => (
    <section key={grade}>
      <h2 className={classes.groupTitle}>{t(`grade.${grade}`)}</h2>
      <Cards cards={those} />
    </section>
  ));
}

function Nothing({ filtered }: { filtered: boolean }) {
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
