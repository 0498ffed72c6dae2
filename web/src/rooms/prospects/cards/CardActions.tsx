import { Button } from '@mantine/core';
import type { Card } from '@platform/api/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './cards.module.css';
import { HandOverDialog } from './HandOverDialog';

type Props = { card: Card; onFollow: () => void; onEdit: () => void };

/** The card itself says what may be done with it. On the phone they stay within reach of the thumb. */
export function CardActions({ card, onFollow, onEdit }: Props) {
  const { t } = useTranslation('prospects/cards');
  const [handing, setHanding] = useState(false);
  const may = (act: Card['can'][number]) => card.can.includes(act);
  if (!may('follow_up') && !may('edit') && !may('hand_over')) return null;
  return (
    <div className={classes.actions}>
      {may('follow_up') && (
        <Button size="lg" className={classes.primary} onClick={onFollow}>
          {t('follow_up')}
        </Button>
      )}
      {may('edit') && (
        <Button size="lg" variant="default" onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      {may('hand_over') && (
        <Button size="lg" variant="default" onClick={() => setHanding(true)}>
          {t('hand_over')}
        </Button>
      )}
      {handing && <HandOverDialog card={card} close={() => setHanding(false)} />}
    </div>
  );
}
