import { Button } from '@mantine/core';
import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { Section } from '@platform/show/Section';
import { say, sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { useLossDecision, type Decision } from './api';
import classes from './board.module.css';
import { CardLine } from './CardLine';
import type { AskedLoss } from './types';

/** Nobody gives a prospect up alone: these wait for a second person. */
export function Losses({ losses }: { losses: AskedLoss[] }) {
  const { t } = useTranslation('prospects/board');
  if (losses.length === 0) {
    return (
      <Section title={t('losses')}>
        <p className={classes.none}>{t('no_losses')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('losses')} count={losses.length} note={t('losses_note')}>
      <ul className={classes.lines}>
        {losses.map((loss) => (
          <li key={loss.card.id}>
            <CardLine card={loss.card} />
            <Why loss={loss} />
            <Decide card={loss.card} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** In the words of whoever wants to give up: it is decided on that, not on a name. */
function Why({ loss: { why, by, at } }: { loss: AskedLoss }) {
  const { t } = useTranslation('prospects/board');
  const format = useFormat();
  if (!by || !at) return null;
  return (
    <blockquote className={classes.why}>
      {why}
      <footer className="quiet">{t('asked_by', { name: by.name, when: format.dayTime(at) })}</footer>
    </blockquote>
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
