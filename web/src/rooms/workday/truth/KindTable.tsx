import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Kind, Truth } from '../types';
import classes from '../workday.module.css';
import { kinds, writeBehind } from './asking';

/** A row for each person and one for the store; how many were noticed of each kind. Counts only, no shares of few. */
export function KindTable({ truth }: { truth: Truth }) {
  const { t } = useTranslation('workday/truth');
  const rows = [
    { ...truth, id: null, name: t('whole_store') },
    ...truth.people.map((each) => ({ ...each, id: each.person.id, name: each.person.name })),
  ];
  return (
    <div className={classes.scroll} role="group" aria-label={t('people')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('follow_ups')}</th>
            <th scope="col">{t('reached')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, follow_ups, reached, findings }) => (
            <tr key={id ?? ''}>
              <th scope="row">{name}</th>
              <td>{follow_ups}</td>
              <td>{reached}</td>
              {kinds.map((kind) => (
                <td key={kind}>
                  <Behind count={findings[kind]} kind={kind} person={id} name={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
