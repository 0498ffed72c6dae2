import { Alert } from '@mantine/core';
import { enough } from '@platform/format/share';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LogCompleteness } from '../shared/LogCompleteness';
import { bound, percent, size } from '../shared/percent';
import { useView } from '@platform/useView';
import type { Hundred, Rate } from '../types';
import classes from './hundred.module.css';

/** The picture in one number: of a hundred who came, how many can be reached. */
export function Headline({ rate: { rate, filed, unfiled } }: { rate: Rate }) {
  const { t } = useTranslation('improvement/hundred');
  if (rate === null || filed + unfiled < enough) return null;
  return (
    <p className={classes.rate}>
      <span>{t('rate.before')}</span> <strong>{Math.round(rate * 100)}</strong> <span>{t('rate.after')}</span>
    </p>
  );
}

/** How far the number goes: its interval, whether it has changed, and how far the log can be trusted. */
export function Rates({ hundred }: { hundred: Hundred }) {
  const { t } = useTranslation('improvement/hundred');
  return (
    <div className={classes.rates}>
      <Range rate={hundred.rate} />
      <Compared hundred={hundred} />
      <p>
        <LogCompleteness of={hundred.completeness} />
      </p>
      {hundred.thinner && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('thinner.title')}>
          {t('thinner.text')}
        </Alert>
      )}
    </div>
  );
}

function Range({ rate: { rate, filed, unfiled, open, low, high } }: { rate: Rate }) {
  const { t } = useTranslation('improvement/hundred');
  const of = filed + unfiled;
  const told =
    rate === null || of < enough
      ? t('rate.too_few', { count: of, filed, missing: Math.max(0, enough - of) })
      : t('rate.range', { filed, of, low: Math.round(low * 100), high: Math.round(high * 100) });
  return <p>{open > 0 ? t('rate.both', { told, open: t('rate.open', { count: open }) }) : told}</p>;
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
    low: bound(low),
    high: bound(high),
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
