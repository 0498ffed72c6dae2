import { Button } from '@mantine/core';
import type { Store } from '@platform/api/types';
import { useCan } from '@platform/session/session';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardLink } from '../CardLink';
import type { Overload } from '../types';
import classes from '../workday.module.css';
import { HandOver } from './HandOver';
import { useOverloadSentence } from './useOverloadSentence';
import own from './workload.module.css';

/** Who has too much on which day, and what colleagues have room for. */
export function Overloads({ overloads, store }: { overloads: Overload[]; store: Store }) {
  const { t } = useTranslation('workday/workload');
  const [chosen, setChosen] = useState<Overload | null>(null);
  return (
    <section className={classes.panel} aria-label={t('overloads')}>
      <div className={classes.head}>
        <h2>{t('overloads')}</h2>
      </div>
      {overloads.length === 0 ? (
        <p className={classes.note}>{t('no_overloads')}</p>
      ) : (
        <ul className={classes.lines}>
          {overloads.map((overload) => (
            <li key={`${overload.day}${overload.person.id}`}>
              <OneOverload overload={overload} store={store} onGive={() => setChosen(overload)} />
            </li>
          ))}
        </ul>
      )}
      {chosen && <HandOver overload={chosen} store={store} onClose={() => setChosen(null)} />}
    </section>
  );
}

type Props = { overload: Overload; store: Store; onGive: () => void };

function OneOverload({ overload, store, onGive }: Props) {
  const { t } = useTranslation('workday/workload');
  const manages = useCan()('prospects.manage');
  const sentence = useOverloadSentence(store);
  const { too_many, given } = overload;
  const left = too_many - given.length;
  return (
    <article>
      <p className={classes.sentence}>{sentence(overload)}</p>
      {manages && (
        <>
          {given.length > 0 && (
            <details className={own.proposal}>
              <summary>{t('proposal', { count: given.length })}</summary>
              <ul className={classes.rows}>
                {given.map(({ card, to }) => (
                  <li key={card.id}>
                    <CardLink card={card} grade={card.grade} />
                    <span>{t('to', { name: to.name })}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <div className={own.act}>
            {given.length > 0 && (
              <Button size="compact-sm" variant="light" className="no-print" onClick={onGive}>
                {t('give', { count: given.length })}
              </Button>
            )}
            {left > 0 && <span className="quiet">{t('left', { count: left })}</span>}
          </div>
        </>
      )}
    </article>
  );
}
