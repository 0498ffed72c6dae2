import type { Visit } from '@platform/api/types';
import { describe, expect, it } from 'vitest';
import { beginClosing, exclusionBody, filingBody, unfiledBody } from './closing';

const visit = {
  customer: null,
  channel_code: 'C1',
  model: null,
  price_from: null,
  price_to: null,
  purchase_when: null,
  purchase_day: null,
  story: null,
} as Visit;

describe('closing a visit', () => {
  it('files what was said and leaves out what was not', () => {
    const body = filingBody({
      ...beginClosing(visit),
      name: ' 王小明 ',
      phone: '138 1234 5678',
      done: ['quote'],
    });
    expect(body.customer).toMatchObject({ name: '王小明', phone: '138 1234 5678', wechat: undefined });
    expect(body).toMatchObject({
      quote: true,
      test_drive: false,
      purchase_when: 'unknown',
      channel_code: 'C1',
    });
    expect(body.consent).toEqual({ given: false, purposes: [] });
  });

  it('sends a purchase day only when a date was chosen', () => {
    const closing = { ...beginClosing(visit), purchaseDay: '2026-04-01' };
    expect(filingBody({ ...closing, purchaseWhen: 'this_month' }).purchase_day).toBeUndefined();
    expect(filingBody({ ...closing, purchaseWhen: 'date' }).purchase_day).toBe('2026-04-01');
  });

  it('carries what the register asks for, and keeps what was noted at the door', () => {
    const opened = { ...visit, transport: 'on_foot' } as Visit;
    const closing = { ...beginClosing(opened), colour: ' 白 ', questionnaire: false };
    const said = { transport: 'on_foot', colour: '白', current_car: null, questionnaire: false };
    expect(filingBody(closing)).toMatchObject(said);
    expect(unfiledBody(closing)).toMatchObject(said);
  });

  it('takes the finer reason when there is one', () => {
    const closing = {
      ...beginClosing(visit),
      reasonGroup: 'U1',
      asks: '0' as const,
      secondFace: 'no' as const,
    };
    expect(unfiledBody(closing)).toMatchObject({ reason_code: 'U1', asks: 0, second_face: false });
    expect(unfiledBody({ ...closing, reason: 'U1.forgot' }).reason_code).toBe('U1.forgot');
  });

  it('excludes with a kind and perhaps a sentence', () => {
    expect(exclusionBody({ ...beginClosing(visit), exclusionGroup: 'X1', exclusion: 'X1.service' })).toEqual({
      code: 'X1.service',
      story: undefined,
    });
  });
});
