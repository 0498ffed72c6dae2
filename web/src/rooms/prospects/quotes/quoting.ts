import type { Card, NewQuote, QuoteLineKind, QuotePaper } from '@platform/api/types';
import { addDays } from '@platform/format/dates';
import type { Choice } from '@platform/picker/AsyncPicker';

export const lineKinds: QuoteLineKind[] = [
  'vehicle',
  'accessory',
  'insurance',
  'registration',
  'purchase_tax',
  'extended_warranty',
  'service',
  'other',
];
/** As many as the server takes. */
export const mostLines = 60;

export type QuotedLine = {
  /** Tells rows apart while they are moved and removed. */
  key: number;
  kind: QuoteLineKind;
  text: string;
  quantity: number | null;
  unit_price: number | null;
};

export type Quoting = {
  id: string;
  by_words: boolean;
  model: Choice | null;
  model_words: string;
  trim: string;
  colour: string;
  lines: QuotedLine[];
  discount: number | null;
  trade_in: number | null;
  deposit: number | null;
  payment: 'cash' | 'loan';
  down_payment: number | null;
  months: number | null;
  /** Percent, as people say it: 3.88. */
  rate: number | null;
  valid_until: string | null;
  remark: string;
};

const usualDays = 7;

/** What is known of what they want is what they are usually offered. */
export function beginQuoting(card: Card, id: string, today: string): Quoting {
  const name = card.model?.name ?? '';
  return {
    id,
    by_words: false,
    model: card.model && { id: card.model.id, label: card.model.name },
    ...{ model_words: '', trim: '', colour: card.colour ?? '' },
    lines: [{ key: 1, kind: 'vehicle', text: name, quantity: 1, unit_price: null }],
    ...{ discount: null, trade_in: null, deposit: null },
    payment: card.payment === 'loan' ? 'loan' : 'cash',
    ...{ down_payment: null, months: 36, rate: null },
    valid_until: addDays(today, usualDays),
    remark: '',
  };
}

/** The next version begins as the last one was. A day that has passed is said anew. */
export function beginRevising(paper: QuotePaper, id: string, today: string): Quoting {
  const { loan } = paper;
  return {
    id,
    by_words: paper.model_id === null,
    model: paper.model_id ? { id: paper.model_id, label: paper.model } : null,
    model_words: paper.model_id ? '' : paper.model,
    trim: paper.trim ?? '',
    colour: paper.colour ?? '',
    lines: paper.lines.map(({ kind, text, quantity, unit_price }, at) => ({
      ...{ key: at + 1, kind, text, quantity, unit_price },
    })),
    ...{ discount: paper.discount || null, trade_in: paper.trade_in || null, deposit: paper.deposit || null },
    payment: loan ? 'loan' : 'cash',
    down_payment: loan?.down_payment ?? null,
    months: loan?.months ?? 36,
    rate: loan ? loan.yearly_rate / 100 : null,
    valid_until: paper.valid_until >= today ? paper.valid_until : addDays(today, usualDays),
    remark: paper.remark ?? '',
  };
}

export const newLine = (lines: QuotedLine[], kind: QuoteLineKind = 'accessory'): QuotedLine => ({
  key: Math.max(0, ...lines.map(({ key }) => key)) + 1,
  ...{ kind, text: '', quantity: 1, unit_price: null },
});

/** A line in which nothing was written is none. */
const written = ({ text, unit_price }: QuotedLine) => text.trim() !== '' || unit_price !== null;

export type Missing = 'model' | 'lines' | 'text' | 'price' | 'day' | 'down_payment' | 'rate' | 'months';

/** What the quote cannot do without; texts and prices by line are looked at where they stand. */
export function missingIn(quoting: Quoting): Missing[] {
  const lines = quoting.lines.filter(written);
  const loan = quoting.payment === 'loan';
  const missing: [Missing, boolean][] = [
    ['model', quoting.by_words ? quoting.model_words.trim() === '' : quoting.model === null],
    ['lines', lines.length === 0],
    ['text', lines.some(({ text }) => text.trim() === '')],
    ['price', lines.some(({ unit_price, quantity }) => unit_price === null || quantity === null)],
    ['day', quoting.valid_until === null],
    ['down_payment', loan && quoting.down_payment === null],
    ['months', loan && quoting.months === null],
    ['rate', loan && quoting.rate === null],
  ];
  return missing.filter(([, is]) => is).map(([name]) => name);
}

export const lacks = (line: QuotedLine, what: 'text' | 'price') =>
  written(line) && (what === 'text' ? line.text.trim() === '' : line.unit_price === null);

/** What the lines come to, before the server adds up what counts. */
export function sumsOf({ lines, discount, trade_in, deposit, payment, down_payment, months, rate }: Quoting) {
  const subtotal = lines.reduce((sum, line) => sum + (line.quantity ?? 0) * (line.unit_price ?? 0), 0);
  const total = subtotal - (discount ?? 0) - (trade_in ?? 0);
  const lent = payment === 'loan' && down_payment !== null ? total - down_payment : null;
  const due = (payment === 'loan' ? (down_payment ?? 0) : total) - (deposit ?? 0);
  const known = lent !== null && lent > 0 && months !== null && rate !== null;
  return { subtotal, total, lent, due, monthly: known ? monthly(lent, months, rate / 1200) : null };
}

/** About what is to be paid every month; the server's is exact. */
function monthly(lent: number, months: number, rate: number): number {
  if (rate === 0) return Math.round(lent / months);
  return Math.round((lent * rate) / (1 - (1 + rate) ** -months));
}

const lineOrNull = (text: string) => text.trim() || null;

export function quoteBody(quoting: Quoting): NewQuote {
  const { id, by_words, model, model_words, lines, payment } = quoting;
  return {
    id,
    terms: {
      model_id: by_words ? null : (model?.id ?? null),
      model: by_words ? lineOrNull(model_words) : null,
      trim: lineOrNull(quoting.trim),
      colour: lineOrNull(quoting.colour),
      lines: lines.filter(written).map(({ kind, text, quantity, unit_price }) => ({
        ...{ kind, text: text.trim(), quantity: quantity ?? 1, unit_price: unit_price ?? 0 },
      })),
      discount: quoting.discount ?? 0,
      trade_in: quoting.trade_in ?? 0,
      deposit: quoting.deposit ?? 0,
      loan:
        payment === 'loan'
          ? {
              down_payment: quoting.down_payment ?? 0,
              months: quoting.months ?? 1,
              yearly_rate: Math.round((quoting.rate ?? 0) * 100),
            }
          : null,
      valid_until: quoting.valid_until ?? '',
      remark: lineOrNull(quoting.remark),
    },
  };
}
