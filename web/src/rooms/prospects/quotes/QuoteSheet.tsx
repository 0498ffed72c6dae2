import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { isConflict } from '@platform/api/problem';
import type { Card, Quote } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useFormat } from '@platform/format/useFormat';
import { newId } from '@platform/id';
import { useNow } from '@platform/now';
import { useStoreById } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { say } from '@platform/show/toast';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../following/following.module.css';
import { giveQuote, reviseQuote, usePaper, useQuoteChange } from './api';
import { CarFields } from './CarFields';
import { LineFields } from './LineFields';
import { PriceFields } from './PriceFields';
import { beginQuoting, beginRevising, missingIn, quoteBody, type Missing, type Quoting } from './quoting';

type Props = { card: Card; quote?: Quote; onClose: () => void };

/** A quote, or its next version, which begins as the last one was. */
export default function QuoteSheet({ card, quote, onClose }: Props) {
  const { t } = useTranslation('prospects/quotes');
  const phone = useMediaQuery('(max-width: 36em)');
  const store = useStoreById(card.store_id);
  const today = useFormat(store).dayOf(useNow());
  const title = quote
    ? t('title_revise', { number: quote.number, n: quote.versions.length + 1 })
    : t('title_new', { name: card.customer.name });
  return (
    <Drawer
      opened
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '94%' : 620}
      title={<strong>{title}</strong>}
      classNames={{ content: classes.sheet, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      {quote ? (
        <Revising card={card} quote={quote} today={today} onClose={onClose} />
      ) : (
        <Fresh card={card} today={today} onClose={onClose} />
      )}
    </Drawer>
  );
}

type FormProps = { card: Card; today: string; onClose: () => void };

function Fresh({ card, today, onClose }: FormProps) {
  const initial = useMemo(() => beginQuoting(card, newId(), today), [card, today]);
  return <QuoteForm card={card} initial={initial} name={`quote.${card.id}`} onClose={onClose} />;
}

function Revising({ card, quote, today, onClose }: FormProps & { quote: Quote }) {
  const last = quote.versions.length;
  const paper = usePaper(quote, last);
  const id = useMemo(() => newId(), []);
  return (
    <QueryView query={paper}>
      {(data) => (
        <QuoteForm
          card={card}
          quote={quote}
          initial={beginRevising(data, id, today)}
          name={`quote.${quote.id}.${last}`}
          onClose={onClose}
        />
      )}
    </QueryView>
  );
}

const shown = [
  'model_id',
  'model',
  'lines',
  'discount',
  'trade_in',
  'deposit',
  'valid_until',
  'loan',
  'remark',
];

type QuoteFormProps = { card: Card; quote?: Quote; initial: Quoting; name: string; onClose: () => void };

function QuoteForm({ card, quote, initial, name, onClose }: QuoteFormProps) {
  const { t } = useTranslation('prospects/quotes');
  const { value, change, clear } = useDraft(name, initial);
  const [tried, setTried] = useState(false);
  const send = useQuoteChange(
    () => (quote ? reviseQuote(quote, quoteBody(value), quote.version) : giveQuote(card, quoteBody(value))),
    (given) => {
      clear();
      say(t('given', { number: given.number, n: given.versions.length }));
      onClose();
    },
  );
  const refusedAt = useFieldErrors(send.error, value);
  const missing = tried ? missingIn(value) : [];
  const lacking = (what: Missing) => (missing.includes(what) ? t(`needed.${what}`) : undefined);
  const errorAt = (field: string, what?: Missing) => (what && lacking(what)) ?? refusedAt(`/terms/${field}`);
  const conflict = isConflict(send.error);
  const parts = { value, change, errorAt, storeId: card.store_id };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missingIn(value).length === 0) send.mutate(undefined);
      }}
    >
      <CarFields {...parts} />
      <LineFields {...parts} tried={tried} />
      <PriceFields {...parts} />
      {conflict ? (
        <p className={classes.hint} role="alert">
          {t('edited_meanwhile')}
        </p>
      ) : (
        <FormProblem error={send.error} shown={shown.map((field) => `/terms/${field}`)} />
      )}
      {missing.length > 0 && (
        <p className={classes.hint} role="alert">
          {t('needed.some')}
        </p>
      )}
      <div className={classes.footer}>
        <Button type="submit" size="lg" fullWidth loading={send.isPending} disabled={conflict}>
          {t(quote ? 'save_version' : 'save')}
        </Button>
      </div>
    </form>
  );
}
