import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './imports.module.css';
import type { Import } from './types';

export function Working({ of }: { of: Import }) {
  const { t } = useTranslation('reception/imports');
  const share = of.rows_total > 0 ? Math.round((of.rows_done / of.rows_total) * 100) : 0;
  return (
    <div className={classes.working}>
      <h2>{t(of.state === 'trying' ? 'working.trying' : 'working.running')}</h2>
      <Progress
        value={share}
        size="lg"
        aria-label={t(of.state === 'trying' ? 'working.trying' : 'working.running')}
      />
      <p className="numbers">
        {t('working.rows', { done: of.rows_done, total: of.rows_total })} · {share}%
      </p>
      <p className="quiet">{t(of.state === 'trying' ? 'working.trying_text' : 'working.running_text')}</p>
    </div>
  );
}
