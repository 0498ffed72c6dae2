import { Button, Select } from '@mantine/core';
import { inStore } from '@platform/api/client';
import type { Card, Grade } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { Choices } from '@platform/form/Choices';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSalespeople } from './api';
import { AttentionFilter } from './board/AttentionFilter';
import { readAttention } from './board/listing';
import { CardRow } from './CardRow';
import { byGrade, grades } from './grades';
import classes from './prospects.module.css';

export default function ProspectsPage() {
  const { t } = useTranslation('prospects');
  const store = useStore();
  const can = useCan();
  const [query, setQuery] = useSearchParams();
  const grade = grades.find((each) => each === query.get('grade')) ?? null;
  const person = query.get('person');
  const attention = readAttention(query.get('attention'));
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    setQuery(next, { replace: true });
  };
  const cards = usePages<Card>(['prospects', store.id], `${inStore(store.id)}/prospects`, {
    grade,
    attention,
    salesperson_id: person,
  });
  const seesAll = can('visits.read');
  return (
    <>
      <PageTitle title={t('title')}>
        {seesAll && <PersonFilter value={person} onChange={(id) => set('person', id)} />}
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
        empty={<Nothing filtered={grade !== null || person !== null || attention !== null} />}
      >
        {(items) => (grade ? <Cards cards={items} /> : <Grouped cards={items} />)}
      </PagedList>
    </>
  );
}

function PersonFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('prospects');
  const people = useSalespeople(useStore().id);
  return (
    <Select
      aria-label={t('person')}
      placeholder={t('all_people')}
      data={people.data?.map((each) => ({ value: each.id, label: each.name })) ?? []}
      value={value}
      clearable
      onChange={onChange}
    />
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
