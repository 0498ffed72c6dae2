import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './filter.module.css';
import type { Attention } from './types';

type Props = { attention: Attention; onRemove: () => void };

/** Says that a list shows only those with which something is the matter, and takes that away. */
export function AttentionFilter({ attention, onRemove }: Props) {
  const { t } = useTranslation('prospects/board');
  const what = t(`measure.${attention}`);
  return (
    <p className={classes.filter}>
      <Button
        variant="light"
        size="compact-sm"
        rightSection={<IconX size={14} aria-hidden />}
        aria-label={t('filter_remove', { what })}
        onClick={onRemove}
      >
        {t('filter', { what })}
      </Button>
      <span className="quiet">{t(`measure_note.${attention}`)}</span>
    </p>
  );
}
