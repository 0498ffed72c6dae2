import { useFormat } from '@platform/format/useFormat';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import { fields, historyOf, type Entry } from './rules';
import classes from './rules.module.css';
import type { RulesPage } from './types';

/** What was set when and by whom, and what will hold later. */
export function History({ page, today }: { page: RulesPage; today: string }) {
  const { t } = useTranslation('prospects/rules');
  const entries = historyOf(page, today);
  if (entries.length === 0) return <p className={classes.none}>{t('never_set')}</p>;
  return (
    <ol className={classes.history}>
      {entries.map((entry) => (
        <li key={entry.dated.from_day} data-state={entry.state}>
          <Head entry={entry} />
          <p>
            <Changes entry={entry} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Head({ entry: { dated, state } }: { entry: Entry }) {
  const { t } = useTranslation('prospects/rules');
  const format = useFormat();
  return (
    <p className={classes.historyHead}>
      <strong>{t('from', { day: dated.from_day ? format.day(dated.from_day, true) : '' })}</strong>
      <span className={classes.state}>{t(`state.${state}`)}</span>
      {dated.by && <span className="quiet">{t('set_by', { name: dated.by.name })}</span>}
    </p>
  );
}

function Changes({ entry: { dated, changes } }: { entry: Entry }) {
  const { t } = useTranslation('prospects/rules');
  const labels = useGradeLabels();
  if (!changes) {
    const all = fields.map(
      (field) => `${t(`field.${field}`, labels)} ${t('days', { count: dated.rules[field] })}`,
    );
    return <span className="quiet">{all.join(' · ')}</span>;
  }
  if (changes.length === 0) return <span className="quiet">{t('no_change')}</span>;
  return changes.map(({ field, from, to }) => (
    <span key={field} className={classes.change}>
      {t(`field.${field}`, labels)} <span className="quiet">{from}</span> →{' '}
      <strong>{t('days', { count: to })}</strong>
    </span>
  ));
}
