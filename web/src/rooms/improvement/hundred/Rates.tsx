import { Alert } from '@mantine/core';
import { enough } from '@platform/format/share';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LogCompleteness } from '../shared/LogCompleteness';
import { percent, points, size } from '../shared/percent';
import { useView } from '../shared/useView';
import type { Hundred, Rate } from '../types';
import classes from './hundred.module.css';

/** Of a hundred who came: how many can be reached, whether that has changed, and how far the log can be trusted. */
export function Rates({ hundred }: { hundred: Hundred }) {
  const { t } = useTranslation('improvement/hundred');
  return (
    <aside className={classes.rates} aria-label={t('rate.label')}>
      <RateSentence rate={hundred.rate} />
      <Compared hundred={hundred} />
      <p>
        <LogCompleteness of={hundred.completeness} />
      </p>
      {hundred.thinner && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('thinner.title')}>
          {t('thinner.text')}
        </Alert>
      )}
    </aside>
  );
}

function RateSentence({ rate }: { rate: Rate }) {
  const { t } = useTranslation('improvement/hundred');
  const of = rate.filed + rate.unfiled;
  if (rate.rate === null || of < enough) {
    return <p>{t('rate.too_few', { count: of, filed: rate.filed, missing: Math.max(0, enough - of) })}</p>;
  }
  const range = { low: Math.round(rate.low * 100), high: Math.round(rate.high * 100) };
  return (
    <p className={classes.rate}>
      <span>{t('rate.before')}</span> <strong>{Math.round(rate.rate * 100)}</strong>{' '}
      <span>{t('rate.after')}</span>
      <small>{t('rate.range', { ...range, filed: rate.filed, of, count: rate.open })}</small>
    </p>
  );
}

function Compared({ hundred: { rate, before, comparison } }: { hundred: Hundred }) {
  const { t } = useTranslation('improvement/hundred');
  const { query } = useView();
  const can = useCan();
  if (!before || !comparison || before.rate === null) return <p>{t('compared.nothing')}</p>;
  const { verdict, difference, low, high, needed } = comparison;
  const smaller = Math.min(rate.filed + rate.unfiled, before.filed + before.unfiled);
  const values = {
    before: percent(before.rate),
    size: size(difference),
    low: points(low),
    high: points(high),
    needed,
    count: Math.max(0, needed - smaller),
  };
  const way = size(difference) === 0 ? 'same' : difference > 0 ? 'higher' : 'lower';
  return (
    <p>
      {verdict === 'no_difference'
        ? t(`compared.no_difference.${way}`, values)
        : t(`compared.${verdict}`, values)}
      {(verdict === 'too_few' || verdict === 'no_difference') && values.count > 0 && (
        <>
          {' '}
          {t('compared.more', values)}{' '}
          {can('visits.read') && <Link to={`/unfiled?${whose(query)}`}>{t('compared.by_month')}</Link>}
        </>
      )}
    </p>
  );
}

/** The same store or group, on another page. */
function whose(query: URLSearchParams): string {
  return new URLSearchParams([...query].filter(([name]) => name === 'store' || name === 'group')).toString();
}
