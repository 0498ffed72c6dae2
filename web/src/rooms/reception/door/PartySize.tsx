import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './door.module.css';

const most = 30;

export function PartySize({ value, onChange }: { value: number; onChange: (size: number) => void }) {
  const { t } = useTranslation('reception');
  return (
    <div className={classes.stepper} role="group" aria-label={t('visit.party_size')}>
      <ActionIcon
        variant="default"
        size={48}
        aria-label={t('door.fewer')}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        <IconMinus size={20} />
      </ActionIcon>
      <output aria-live="polite">{t('visit.people', { count: value })}</output>
      <ActionIcon
        variant="default"
        size={48}
        aria-label={t('door.more_people')}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        <IconPlus size={20} />
      </ActionIcon>
    </div>
  );
}
