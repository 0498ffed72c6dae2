import type { PurchaseWhen, Purpose, Sex, Visit } from '@platform/api/types';
import { newId } from '@platform/id';
import type { Choice } from '@platform/picker/AsyncPicker';
import { registerBody, registerOf, type Register } from './register';

export type Outcome = 'filed' | 'unfiled' | 'excluded';
export type Done = 'test_drive' | 'quote' | 'trade_in';

/** All that is typed while closing a visit, whichever way it ends: changing one's mind loses nothing. */
export type Closing = Register & {
  outcome: Outcome | null;
  customerId: string;
  /** Whom on file the salesperson recognised. */
  known: { id: string; name: string } | null;
  name: string;
  sex: Sex | null;
  phone: string;
  wechat: string;
  plate: string;
  channel: string | null;
  model: Choice | null;
  priceFrom: number | null;
  priceTo: number | null;
  purchaseWhen: PurchaseWhen | null;
  purchaseDay: string;
  purposes: Purpose[];
  done: Done[];
  reasonGroup: string | null;
  reason: string | null;
  asks: '0' | '1' | '2' | null;
  secondFace: 'yes' | 'no' | null;
  exclusionGroup: string | null;
  exclusion: string | null;
  leftAt: string | null;
  story: string;
};

export function beginClosing(visit: Visit): Closing {
  return {
    outcome: null,
    customerId: visit.customer?.id ?? newId(),
    known: null,
    name: visit.customer?.name ?? '',
    sex: visit.customer?.sex ?? null,
    phone: visit.customer?.phone ?? '',
    wechat: visit.customer?.wechat ?? '',
    plate: '',
    channel: visit.channel_code,
    model: visit.model ? { id: visit.model.id, label: visit.model.name } : null,
    priceFrom: visit.price_from,
    priceTo: visit.price_to,
    purchaseWhen: visit.purchase_when,
    purchaseDay: visit.purchase_day ?? '',
    purposes: [],
    done: [],
    reasonGroup: null,
    reason: null,
    asks: null,
    secondFace: null,
    exclusionGroup: null,
    exclusion: null,
    leftAt: null,
    story: visit.story ?? '',
    ...registerOf(visit),
  };
}

/** Left out rather than sent empty: the server tells "not said" from "said to be nothing". */
const said = (text: string) => text.trim() || undefined;

function common(closing: Closing) {
  return {
    model_id: closing.model?.id,
    channel_code: closing.channel ?? undefined,
    test_drive: closing.done.includes('test_drive'),
    quote: closing.done.includes('quote'),
    trade_in: closing.done.includes('trade_in'),
    story: said(closing.story),
    left_at: closing.leftAt ?? undefined,
    ...registerBody(closing),
  };
}

export function filingBody(closing: Closing) {
  return {
    ...common(closing),
    customer: {
      id: closing.customerId,
      known_id: closing.known?.id,
      name: closing.name.trim(),
      sex: closing.sex ?? undefined,
      phone: said(closing.phone),
      wechat: said(closing.wechat),
      plate: said(closing.plate),
    },
    price_from: closing.priceFrom ?? undefined,
    price_to: closing.priceTo ?? undefined,
    purchase_when: closing.purchaseWhen ?? 'unknown',
    purchase_day: closing.purchaseWhen === 'date' ? said(closing.purchaseDay) : undefined,
    consent: { given: closing.purposes.length > 0, purposes: closing.purposes },
  };
}

export function unfiledBody(closing: Closing) {
  return {
    ...common(closing),
    reason_code: closing.reason ?? closing.reasonGroup ?? undefined,
    asks: closing.asks === null ? undefined : Number(closing.asks),
    second_face: closing.secondFace === null ? undefined : closing.secondFace === 'yes',
    // The one sentence belongs to an unfiled visit: an empty one is for the server to refuse, at its field.
    story: closing.story.trim(),
  };
}

export function exclusionBody(closing: Closing) {
  return { code: closing.exclusion ?? closing.exclusionGroup ?? undefined, story: said(closing.story) };
}
