import { useTranslation } from 'react-i18next';
import classes from './imports.module.css';
import type { ImportState } from './types';

const steps = ['mapping', 'try', 'run'] as const;
const stepOf: Record<ImportState, number> = {
  mapping: 0,
  trying: 1,
  tried: 1,
  running: 2,
  done: 3,
  failed: 0,
};

export function Steps({ state }: { state: ImportState }) {
  const { t } = useTranslation('reception/imports');
  const at = stepOf[state];
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {steps.map((step, place) => (
        <li key={step} aria-current={place === at ? 'step' : undefined} data-done={place < at || undefined}>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
