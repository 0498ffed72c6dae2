import { Button, CloseButton, NumberInput, Select, TextInput } from '@mantine/core';
import type { QuoteLineKind } from '@platform/api/types';
import { Amount } from '@platform/form/Amount';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './parts';
import classes from './quotes.module.css';
import { lacks, lineKinds, mostLines, newLine, type QuotedLine } from './quoting';

/** What is usually added besides the car, one tap each. */
const added: QuoteLineKind[] = [
  'accessory',
  'insurance',
  'purchase_tax',
  'registration',
  'extended_warranty',
];

export function LineFields({ value, change, errorAt, storeId, tried }: PartProps & { tried: boolean }) {
  const { t } = useTranslation('prospects/quotes');
  const { lines } = value;
  const put = (line: QuotedLine) =>
    change({ lines: lines.map((each) => (each.key === line.key ? line : each)) });
  const error = errorAt('lines', 'lines');
  // Lines that are left out do not count: the server names those it was sent.
  const sent = lines.filter(({ text, unit_price }) => text.trim() !== '' || unit_price !== null);
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('lines')}</legend>
      <ol className={classes.lines}>
        {lines.map((line, at) => (
          <LineRow
            key={line.key}
            line={line}
            number={at + 1}
            storeId={storeId}
            refused={(field) => errorAt(`lines/${sent.indexOf(line)}/${field}`)}
            tried={tried}
            onChange={put}
            onRemove={() => change({ lines: lines.filter((each) => each !== line) })}
          />
        ))}
      </ol>
      {error && tried && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      {lines.length < mostLines && (
        <div className={classes.adding}>
          {added.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="default"
              onClick={() => change({ lines: [...lines, newLine(lines, kind)] })}
            >
              {t('add', { kind: t(`kind.${kind}`) })}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

type RowProps = {
  line: QuotedLine;
  number: number;
  storeId: string;
  refused: (field: string) => string | undefined;
  tried: boolean;
  onChange: (line: QuotedLine) => void;
  onRemove: () => void;
};

function LineRow({ line, number, storeId, refused, tried, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('prospects/quotes');
  const store = useStoreById(storeId);
  const format = useFormat(store);
  const of = (field: string) => t('of_line', { number, field });
  return (
    <li className={classes.line}>
      <Select
        aria-label={of(t('kind_label'))}
        data={lineKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={line.kind}
        allowDeselect={false}
        onChange={(kind) => kind && onChange({ ...line, kind: kind as QuoteLineKind })}
      />
      <TextInput
        aria-label={of(t('text'))}
        placeholder={t('text')}
        maxLength={80}
        value={line.text}
        error={(tried && lacks(line, 'text') && t('needed.text')) || refused('text')}
        onChange={(event) => onChange({ ...line, text: event.currentTarget.value })}
      />
      <CloseButton size="lg" aria-label={t('remove', { number })} onClick={onRemove} />
      <div className={classes.amounts}>
        <NumberInput
          aria-label={of(t('quantity'))}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          min={1}
          max={999}
          value={line.quantity ?? ''}
          error={refused('quantity')}
          onChange={(quantity) =>
            onChange({ ...line, quantity: typeof quantity === 'number' ? quantity : null })
          }
        />
        <Amount
          label={of(t('unit_price'))}
          hideLabel
          unit={1}
          currency={store.currency}
          value={line.unit_price}
          error={(tried && lacks(line, 'price') && t('needed.price')) || refused('unit_price')}
          onChange={(unit_price) => onChange({ ...line, unit_price })}
        />
        <span className={`numbers ${classes.amount}`}>
          {format.money((line.quantity ?? 0) * (line.unit_price ?? 0))}
        </span>
      </div>
    </li>
  );
}
