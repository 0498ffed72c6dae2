import { UnstyledButton } from '@mantine/core';
import type { Way } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import { ways } from '../visits/ways';
import classes from './door.module.css';

/** The first of the two taps. */
export function WayButtons({ chosen, onChoose }: { chosen: Way | null; onChoose: (way: Way) => void }) {
  const { t } = useTranslation('reception');
  return (
    <div className={classes.ways} role="group" aria-label={t('door.who_came')}>
      {ways.map(({ way, Icon }) => (
        <UnstyledButton
          key={way}
          className={classes.way}
          aria-expanded={chosen === way}
          onClick={() => onChoose(way)}
        >
          <Icon size={30} stroke={1.5} aria-hidden />
          <span>{t(`way.${way}`)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
