import type { Card } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import classes from './cards.module.css';
import { useCardFacts } from './useCardFacts';

/** The rest stands above, with the grade that follows from it. */
const above = ['purchase_when', 'expected_on', 'sureness'];

export function Wants({ card }: { card: Card }) {
  const { t } = useTranslation('prospects/cards');
  const facts = useCardFacts(card.store_id)(card).filter(({ key }) => !above.includes(key));
  const known = facts.filter(({ text }) => text !== null);
  const unknown = facts.filter(({ text }) => text === null);
  return (
    <>
      <dl className={classes.facts}>
        {known.map(({ key, label, text }) => (
          <Fact key={key} label={label} text={text ?? ''} />
        ))}
      </dl>
      {unknown.length > 0 && (
        <p className="quiet">
          {t('not_known', { fields: unknown.map(({ label }) => label).join(t('comma')) })}
        </p>
      )}
    </>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
