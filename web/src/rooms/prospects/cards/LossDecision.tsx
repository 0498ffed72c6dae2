import { Button, Group } from '@mantine/core';
import type { CardPage } from '@platform/api/types';
import { say, sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { approveLoss, rejectLoss, useCardChange } from '../api';
import classes from './cards.module.css';

/** Nobody gives a prospect up alone: what was said, and the manager's word. */
export function LossDecision({ page }: { page: CardPage }) {
  const { t } = useTranslation('prospects/cards');
  const { card, steps } = page;
  const decide = useCardChange(
    (act: 'approve' | 'reject') => (act === 'approve' ? approveLoss(card) : rejectLoss(card)),
    (after) => say(t(after.standing === 'lost' ? 'loss_approved' : 'loss_rejected')),
  );
  const run = (act: 'approve' | 'reject') =>
    decide.mutate(act, { onError: (error) => sayFailure(error.message) });
  const asked = steps.find(({ follow_up }) => follow_up?.counted && follow_up.next_on === null);
  const may = card.can.includes('approve_loss') || card.can.includes('reject_loss');
  return (
    <div className={classes.loss}>
      <strong>{t('loss_asked', { name: asked?.by?.name ?? '' })}</strong>
      {asked?.follow_up?.said && <p>{asked.follow_up.said}</p>}
      {!may && <p className="quiet">{t('loss_waits')}</p>}
      <Group gap="xs">
        {card.can.includes('approve_loss') && (
          <Button
            color="red"
            loading={decide.isPending && decide.variables === 'approve'}
            onClick={() => run('approve')}
          >
            {t('approve_loss')}
          </Button>
        )}
        {card.can.includes('reject_loss') && (
          <Button
            variant="default"
            loading={decide.isPending && decide.variables === 'reject'}
            onClick={() => run('reject')}
          >
            {t('reject_loss')}
          </Button>
        )}
      </Group>
    </div>
  );
}
