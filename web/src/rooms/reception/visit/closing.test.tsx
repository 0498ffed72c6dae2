// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer, cutLine } from '../../../testing/server';
import { CloseVisit } from './CloseVisit';

const opened = visit();
const here = `/stores/${opened.store_id}`;
const posting = `POST ${here}/visits/${opened.id}`;

const reason = (code: string, parent_code: string | null, label_zh: string, retired = false) => ({
  code,
  parent_code,
  label_zh,
  label_en: code,
  position: 0,
  retired,
  added: false,
  version: 1,
});
const lists = {
  [`GET ${here}/channels`]: { items: [] },
  [`GET ${here}/reasons`]: {
    items: [
      reason('01', null, '没有索取'),
      reason('01.forgot', '01', '忘了问'),
      reason('01.busy', '01', '太忙'),
      reason('01.old', '01', '旧原因', true),
      reason('09', null, '客户走得急'),
    ],
  },
  'GET /models': { items: [], next_cursor: null },
};
const known = {
  customer: { id: 'c1', name: '王小明', salesperson: null, visits: 2, last_visit_at: null },
  phone: '+8613800138000',
  phone_display: '138 0013 8000',
};
const closes = (outcome: RegExp) => userEvent.click(screen.getByRole('radio', { name: outcome }));

describe('closing a visit', () => {
  it('files it under the customer who is already known, whose name nobody types again', async () => {
    const asked = answer({
      ...lists,
      [`GET ${here}/known-customer`]: known,
      [`${posting}/filing`]: () => ({ body: visit({ standing: 'filed' }) }),
    });
    await render(<CloseVisit visit={opened} />);
    await closes(/留下了联系方式/);
    await userEvent.type(screen.getByLabelText('电话'), '138 0013 8000');
    await userEvent.tab();
    expect(await screen.findByText('已有档案：王小明')).toBeTruthy();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('王小明'));
    await userEvent.click(screen.getByRole('radio', { name: '本月' }));
    await userEvent.click(screen.getByRole('button', { name: '保存留档' }));
    await waitFor(() => expect(asked.at(-1)?.path).toMatch(/filing$/));
    expect(asked.at(-1)?.body).toMatchObject({
      customer: { name: '王小明', phone: '138 0013 8000' },
      purchase_when: 'this_month',
      consent: { given: false, purposes: [] },
    });
  });

  it('offers the reasons in use in two steps, and shows a refusal at its field', async () => {
    const asked = answer({
      ...lists,
      [`${posting}/unfiled`]: () => ({
        status: 422,
        body: { detail: '请补全', errors: [{ pointer: '/story', code: 'required', detail: '请写一句话' }] },
      }),
    });
    await render(<CloseVisit visit={opened} />);
    await closes(/没有联系方式/);
    await userEvent.click(await screen.findByRole('radio', { name: '没有索取' }));
    const finer = within(screen.getByRole('group', { name: '具体是' }));
    expect(finer.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).value)).toEqual([
      '01.forgot',
      '01.busy',
    ]);
    await userEvent.click(finer.getByRole('radio', { name: '太忙' }));
    await userEvent.click(screen.getByRole('radio', { name: '没要' }));
    await userEvent.click(screen.getByRole('button', { name: '保存未留档' }));
    expect(await screen.findByText('请写一句话')).toBeTruthy();
    expect(asked.at(-1)?.body).toMatchObject({ reason_code: '01.busy', asks: 0, story: '' });
  });

  it('opens the folded fields when one of them is refused', async () => {
    answer({
      ...lists,
      [`${posting}/unfiled`]: () => ({
        status: 422,
        body: { detail: '请补全', errors: [{ pointer: '/colour', code: 'too_long', detail: '太长' }] },
      }),
    });
    await render(<CloseVisit visit={opened} />);
    await closes(/没有联系方式/);
    const folded = () => screen.getByText('更多：登记表的其他栏').closest('details');
    expect(folded()?.open).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: '保存未留档' }));
    expect(await screen.findByText('太长')).toBeTruthy();
    expect(folded()?.open).toBe(true);
  });

  it('asks for an exclusion with the kind alone', async () => {
    const asked = answer({
      ...lists,
      [`${posting}/exclusion`]: () => ({ body: visit({ standing: 'exclusion_asked' }) }),
    });
    await render(<CloseVisit visit={opened} />);
    await closes(/不是来看车的/);
    await userEvent.click(await screen.findByRole('radio', { name: '客户走得急' }));
    await userEvent.click(screen.getByRole('button', { name: '提交确认' }));
    await waitFor(() => expect(asked.at(-1)?.body).toEqual({ code: '09' }));
  });

  it('offers only the ends that the server allows', async () => {
    answer(lists);
    await render(<CloseVisit visit={visit({ can: ['leave_unfiled'] })} />);
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });

  it('keeps what was typed over a reload, a cut line and a change of mind, and drops it when it is saved', async () => {
    const asked = answer({ ...lists, [`${posting}/unfiled`]: cutLine });
    const before = await render(<CloseVisit visit={opened} />);
    await closes(/没有联系方式/);
    await userEvent.type(screen.getByLabelText('一句话：发生了什么'), '看了二十分钟');
    await userEvent.click(screen.getByRole('button', { name: '保存未留档' }));
    expect(await screen.findByText(/连不上服务器/)).toBeTruthy();
    before.unmount();

    answer({ ...lists, [`${posting}/filing`]: () => ({ body: visit({ standing: 'filed' }) }) });
    await render(<CloseVisit visit={opened} />);
    expect(screen.getByText('已找回您上次没保存的内容。')).toBeTruthy();
    await closes(/留下了联系方式/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('接待经过').value).toBe('看了二十分钟');
    await userEvent.click(screen.getByRole('button', { name: '保存留档' }));
    await waitFor(() =>
      expect(Object.keys(localStorage).filter((key) => key.includes('closing'))).toEqual([]),
    );
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
