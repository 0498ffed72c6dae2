import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Kind, Truth } from '../types';
import classes from '../workday.module.css';
import { writeBehind } from './asking';
import { CountTable } from './CountTable';

/** A row for each person and one for the store; how many were noticed of each kind. */
export function KindTable({ truth }: { truth: Truth }) {
  const { t } = useTranslation('workday/truth');
  const rows = [
    { ...truth, id: null, name: t('whole_store') },
    ...truth.people.map((each) => ({ ...each, id: each.person.id, name: each.person.name })),
  ];
  return (
    <CountTable
      label={t('people')}
      of={t('person')}
      rows={rows.map(({ id, name, follow_ups, reached, findings }) => ({
        key: id ?? '',
        head: name,
        follow_ups,
        reached,
        count: (kind) => <Behind count={findings[kind]} kind={kind} person={id} name={name} />,
      }))}
    />
  );
}

type BehindProps = { count: number; kind: Kind; person: string | null; name: string };

/** A number that opens what it counts. */
function Behind({ count, kind, person, name }: BehindProps) {
  const { t } = useTranslation('workday/truth');
  const [query] = useSearchParams();
  if (count === 0) return <span className="quiet">0</span>;
  const next = new URLSearchParams(query);
  next.set('list', writeBehind({ kind, person }));
  return (
    <Link
      className={classes.count}
      to={{ search: next.toString() }}
      aria-label={`${name} · ${t(`kind.${kind}`)} ${count}`}
      preventScrollReset
    >
      {count}
    </Link>
  );
}
