import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './handing.module.css';
import type { Reassignment } from './types';

/** Who got how many, with the way to each one's cards. */
export function Done({ done, again }: { done: Reassignment; again: () => void }) {
  const { t } = useTranslation('prospects/handing');
  const cards = done.given.reduce((sum, each) => sum + each.cards, 0);
  const name = done.from?.name ?? t('prospects:nobody');
  return (
    <section role="status">
      <h2 className={classes.question}>{t('done', { name, count: cards })}</h2>
      <ul className={classes.given}>
        {done.given.map(({ salesperson, cards: count }) => (
          <li key={salesperson.id}>
            <Link to={`/prospects?standing=open&person=${salesperson.id}`}>{salesperson.name}</Link>
            <span>{t('got', { count })}</span>
          </li>
        ))}
      </ul>
      {done.accesses_ended && <p>{t('ended', { name })}</p>}
      <Group>
        <Button component={Link} to="/board">
          {t('to_board')}
        </Button>
        <Button variant="default" onClick={again}>
          {t('again')}
        </Button>
      </Group>
    </section>
  );
}
