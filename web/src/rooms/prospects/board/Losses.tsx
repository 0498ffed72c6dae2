import { Button } from '@mantine/core';
import type { Card } from '@platform/api/types';
import { Section } from '@platform/show/Section';
import { say, sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { useLossDecision, type Decision } from './api';
import classes from './board.module.css';
import { CardLine } from './CardLine';

/** Nobody gives a prospect up alone: these wait for a second person. */
export function Losses({ cards }: { cards: Card[] }) {
  const { t } = useTranslation('prospects/board');
  if (cards.length === 0) {
    return (
      <Section title={t('losses')}>
        <p className={classes.none}>{t('no_losses')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('losses')} count={cards.length} note={t('losses_note')}>
      <ul className={classes.lines}>
        {cards.map((card) => (
          <li key={card.id}>
            <CardLine card={card} />
            <Decide card={card} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decide({ card }: { card: Card }) {
  const { t } = useTranslation('prospects/board');
  const decide = useLossDecision(card);
  const run = (decision: Decision) =>
    decide.mutate(decision, {
      onSuccess: () => say(t(`decided.${decision}`, { name: card.customer.name })),
      onError: (error) => sayFailure(error.message),
    });
  const may: Record<Decision, boolean> = {
    approval: card.can.includes('approve_loss'),
    rejection: card.can.includes('reject_loss'),
  };
  if (!may.approval && !may.rejection) return null;
  return (
    <div className={`${classes.decide} no-print`}>
      {(['approval', 'rejection'] as const)
        .filter((decision) => may[decision])
        .map((decision) => (
          <Button
            key={decision}
            size="compact-sm"
            variant={decision === 'approval' ? 'light' : 'default'}
            color={decision === 'approval' ? 'red' : undefined}
            aria-label={`${t(`decide.${decision}`)} · ${card.customer.name}`}
            loading={decide.isPending && decide.variables === decision}
            disabled={decide.isPending && decide.variables !== decision}
            onClick={() => run(decision)}
          >
            {t(`decide.${decision}`)}
          </Button>
        ))}
    </div>
  );
}
