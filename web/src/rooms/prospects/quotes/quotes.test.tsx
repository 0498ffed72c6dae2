// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { CardPage, NewQuote } from '@platform/api/types';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { card } from '../../../testing/cards';
import { store } from '../../../testing/people';
import { quote, quotePaper } from '../../../testing/quotes';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import QuotePrintPage from './QuotePrintPage';
import { Quotes } from './Quotes';
import QuoteSheet from './QuoteSheet';

// A form with many fields takes its time to be written.
vi.setConfig({ testTimeout: 20_000 });

const here = `/stores/${store.id}`;
const page = (quotes: CardPage['quotes'], change = {}) => ({ card: card(change), quotes }) as CardPage;
const closed = vi.fn();
const submit = (name = '给出报价') => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  closed.mockClear();
  localStorage.clear();
});

it('shows every version with its paper, the latest first', async () => {
  await render(<Quotes page={page([quote()])} />);
  const item = within(screen.getByRole('article', { name: 'Q-2026-000001' }));
  const states = item.getAllByText(/^(有效|已被取代)$/).map((each) => each.textContent);
  expect(states).toEqual(['有效', '已被取代']);
  expect(item.getByText('¥188,080')).toBeTruthy();
  const pdf = item.getByRole('link', { name: '下载 Q-2026-000001 第 1 版 PDF' });
  expect(pdf.getAttribute('href')).toBe(`/api/v1${here}/quotes/${quote().id}/versions/1/pdf?language=zh`);
  expect(item.getByRole('button', { name: '出新版本' })).toBeTruthy();
});

it('offers nothing where nothing may be done', async () => {
  await render(<Quotes page={page([quote({ can: [], state: 'accepted' })], { can: [] })} />);
  expect(screen.queryAllByRole('button')).toEqual([]);
  const nothing = await render(<Quotes page={page([], { can: [] })} />);
  expect(nothing.container.querySelector('section')).toBeNull();
});

it('tells what is missing at its place, then sends what was written, with the same id again', async () => {
  let refuse = true;
  const errors = [{ pointer: '/terms/deposit', code: 'more_than_the_price', detail: '定金太多。' }];
  const asked = answer({
    [`POST ${here}/prospects/${card().id}/quotes`]: () =>
      refuse ? { status: 422, body: { detail: '请改正。', errors } } : { status: 201, body: quote() },
  });
  await render(<QuoteSheet card={card()} onClose={closed} />);
  await submit();
  expect(screen.getByText('请填写单价。')).toBeTruthy();
  expect(asked).toEqual([]);
  await userEvent.type(screen.getByLabelText('第 1 行单价'), '189800');
  await userEvent.click(screen.getByRole('button', { name: '＋ 精品' }));
  await userEvent.type(screen.getByLabelText('第 2 行项目'), '脚垫');
  await userEvent.type(screen.getByLabelText('第 2 行单价'), '300');
  await userEvent.type(screen.getByLabelText('定金'), '5000');
  await submit();
  await screen.findByText('定金太多。');
  refuse = false;
  await userEvent.clear(screen.getByLabelText('定金'));
  await userEvent.type(screen.getByLabelText('定金'), '2000');
  await submit();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  const bodies = asked.filter(({ method }) => method === 'POST').map(({ body }) => body as NewQuote);
  expect(bodies.map(({ terms }) => terms.deposit)).toEqual([500_000, 200_000]);
  expect(bodies[0]?.id).toBe(bodies[1]?.id);
  expect(bodies[1]?.terms.lines).toEqual([
    { kind: 'vehicle', text: '云岭 5', quantity: 1, unit_price: 18_980_000 },
    { kind: 'accessory', text: '脚垫', quantity: 1, unit_price: 30_000 },
  ]);
});

it('begins a version as the last was, and says when somebody was faster', async () => {
  const path = `${here}/quotes/${quote().id}/versions`;
  const asked = answer({
    [`GET ${path}/2`]: quotePaper(),
    [`POST ${path}`]: () => ({
      status: 412,
      body: { code: 'edited_meanwhile', detail: 'x', current: quote({ version: 3 }) },
    }),
  });
  await render(<QuoteSheet card={card()} quote={quote()} onClose={closed} />);
  expect(await screen.findByDisplayValue('脚垫')).toBeTruthy();
  await submit('给出新版本');
  await screen.findByText(/^这份报价单刚有了变化/);
  expect(asked.find(({ method }) => method === 'POST')?.path).toBe(path);
  expect(closed).not.toHaveBeenCalled();
});

it.each([
  ['zh', '汽车报价单', '应付总额（大写：人民币壹拾捌万捌仟零捌拾元整）', '本版已被第 2 版取代'],
  ['en', 'Quotation', 'Total', 'Superseded by version 2'],
] as const)('prints a version as it was given (%s)', async (language, title, total, notice) => {
  answer({ [`GET ${here}/quotes/${quote().id}/versions/1`]: quotePaper({ n: 1, state: 'superseded' }) });
  const path = `${here}/quotes/${quote().id}/1/print`;
  await render(
    <Routes>
      <Route path="/stores/:storeId/quotes/:quoteId/:n/print" element={<QuotePrintPage />} />
    </Routes>,
    { language, path },
  );
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  for (const said of [total, notice, '王小明', '脚垫', '3.88 %', '¥3,774.60'])
    expect(screen.getByText(said)).toBeTruthy();
});
