import { NumberInput, SimpleGrid, Textarea } from '@mantine/core';
import { Amount } from '@platform/form/Amount';
import { Choices } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './parts';
import classes from './quotes.module.css';
import { sumsOf } from './quoting';

const payments = ['cash', 'loan'] as const;
const numberOr = (value: string | number) => (typeof value === 'number' ? value : null);

/** What is taken off, how they pay, and what it comes to. */
export function PriceFields({ value, change, errorAt, storeId }: PartProps) {
  const { t } = useTranslation('prospects/quotes');
  const store = useStoreById(storeId);
  const today = useFormat(store).dayOf(useNow());
  const amount = { unit: 1, currency: store.currency };
  return (
    <>
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        {(['discount', 'trade_in', 'deposit'] as const).map((field) => (
          <Amount
            key={field}
            label={t(field)}
            {...amount}
            value={value[field]}
            error={errorAt(field)}
            onChange={(next) => change({ [field]: next })}
          />
        ))}
      </SimpleGrid>
      <Choices
        label={t('payment')}
        options={payments.map((each) => ({ value: each, label: t(`pays.${each}`) }))}
        value={value.payment}
        onChange={(payment) => change({ payment })}
      />
      {value.payment === 'loan' && (
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
          <Amount
            label={t('down_payment')}
            {...amount}
            value={value.down_payment}
            error={errorAt('loan/down_payment', 'down_payment')}
            onChange={(down_payment) => change({ down_payment })}
          />
          <NumberInput
            label={t('months')}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            max={120}
            value={value.months ?? ''}
            error={errorAt('loan/months', 'months')}
            onChange={(months) => change({ months: numberOr(months) })}
          />
          <NumberInput
            label={t('rate')}
            hideControls
            decimalScale={2}
            allowNegative={false}
            max={36}
            suffix=" %"
            value={value.rate ?? ''}
            error={errorAt('loan/yearly_rate', 'rate')}
            onChange={(rate) => change({ rate: numberOr(rate) })}
          />
        </SimpleGrid>
      )}
      <Preview value={value} storeId={storeId} />
      <DayField
        label={t('valid_until')}
        value={value.valid_until}
        min={today}
        error={errorAt('valid_until', 'day')}
        onChange={(valid_until) => change({ valid_until })}
      />
      <Textarea
        label={t('remark')}
        maxLength={500}
        autosize
        minRows={2}
        value={value.remark}
        error={errorAt('remark')}
        onChange={(event) => change({ remark: event.currentTarget.value })}
      />
    </>
  );
}

function Preview({ value, storeId }: Pick<PartProps, 'value' | 'storeId'>) {
  const { t } = useTranslation('prospects/quotes');
  const format = useFormat(useStoreById(storeId));
  const { subtotal, total, due, lent, monthly } = sumsOf(value);
  const lines: [string, number | null][] = [
    [t('subtotal'), subtotal === total ? null : subtotal],
    [t('due'), due],
    [t('lent'), lent],
    [t('about_monthly'), monthly],
  ];
  return (
    <dl className={`numbers ${classes.sums}`} aria-live="polite">
      <dt className={classes.total}>{t('total')}</dt>
      <dd className={classes.total}>{format.money(total)}</dd>
      {lines.map(([label, minor]) =>
        minor === null ? null : (
          <div key={label} className={classes.sum}>
            <dt>{label}</dt>
            <dd>{format.money(minor)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
