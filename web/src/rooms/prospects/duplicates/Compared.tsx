import type { Duplicate, DuplicateSide } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStore } from '@platform/session/session';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GradeMark } from '../GradeMark';
import { StandingMark } from '../StandingMark';
import { differing, fields, usual, type Choice, type Field, type Which } from './choosing';
import classes from './duplicates.module.css';

const sides: Which[] = ['first', 'second'];

type Props = { pair: Duplicate; choice: Choice; onChoose: (choice: Choice) => void };

/** A line for each thing that is known; where the two differ, one chooses which stays. */
export function Compared({ pair, choice, onChoose }: Props) {
  const { t } = useTranslation('prospects/duplicates');
  const open = differing(pair);
  const texts = useTexts();
  const known = fields.filter((field) => sides.some((side) => texts(pair[side], field) !== null));
  return (
    <table className={classes.table}>
      <tbody>
        {known.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`field.${field}`)}</th>
            {sides.map((side) => (
              <td key={side}>
                {open.includes(field) ? (
                  <label className={classes.choice}>
                    <input
                      type="radio"
                      name={`${pair.id}.${field}`}
                      checked={(choice[field] ?? usual(pair, field)) === side}
                      onChange={() => onChoose({ [field]: side })}
                    />
                    <span>{texts(pair[side], field)}</span>
                  </label>
                ) : (
                  (texts(pair[side], field) ?? <span className="quiet">–</span>)
                )}
              </td>
            ))}
          </tr>
        ))}
        <Line label={t('field.visits')} pair={pair}>
          {(side) => <Visits side={side} />}
        </Line>
        <Line label={t('field.card')} pair={pair}>
          {(side) => <CardOf side={side} />}
        </Line>
      </tbody>
    </table>
  );
}

type LineProps = { label: string; pair: Duplicate; children: (side: DuplicateSide) => ReactNode };

function Line({ label, pair, children }: LineProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {sides.map((side) => (
        <td key={side}>{children(pair[side])}</td>
      ))}
    </tr>
  );
}

function useTexts() {
  const { t } = useTranslation('prospects');
  return (side: DuplicateSide, field: Field): string | null => {
    if (field === 'sex') return side.sex && t(`sex.${side.sex}`);
    if (field === 'phone') return side.phone_display;
    if (field === 'salesperson') return side.salesperson?.name ?? null;
    return side[field];
  };
}

function Visits({ side }: { side: DuplicateSide }) {
  const { t } = useTranslation('prospects/duplicates');
  const format = useFormat();
  const store = useStore();
  const last = side.last_visit_at && t('last', { when: format.shortDay(format.dayOf(side.last_visit_at)) });
  const since = t('since', { when: format.shortDay(format.dayOf(side.created_at)) });
  return (
    <>
      <Link to={`/stores/${store.id}/customers/${side.id}`}>{t('visits', { count: side.visits })}</Link>
      <div className="quiet">{[last, since].filter(Boolean).join(' · ')}</div>
    </>
  );
}

function CardOf({ side: { card } }: { side: DuplicateSide }) {
  const { t } = useTranslation('prospects/duplicates');
  if (!card) return <span className="quiet">{t('no_card')}</span>;
  return (
    <>
      <div className={classes.card}>
        <GradeMark grade={card.grade} storeId={card.store_id} />
        <Link to={`/stores/${card.store_id}/prospects/${card.id}`}>
          {card.model?.name ?? t('prospects:no_model')}
        </Link>
      </div>
      <div className="quiet">
        <StandingMark standing={card.standing} />{' '}
        {card.closed_at === null ? card.salesperson?.name : t('closed_card')}
      </div>
    </>
  );
}
