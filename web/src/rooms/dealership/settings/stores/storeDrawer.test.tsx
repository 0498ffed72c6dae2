// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { me, store } from '../../../../testing/people';
import { render } from '../../../../testing/render';
import { answer } from '../../../../testing/server';
import { StoreDrawer } from './StoreDrawer';

// The form of a whole store takes its time to be drawn.
vi.setConfig({ testTimeout: 60_000 });

const named = { ...store, address: '江南大道 3888 号', grade_labels: { ...store.grade_labels, H: '1' } };
const admin = { ...me, stores: [named] };

async function edit(put: unknown) {
  const asked = answer({
    'GET /groups': { items: [{ id: store.group_id, name: '远景', version: 1 }] },
    [`PUT /stores/${store.id}`]: put,
  });
  await render(<StoreDrawer store={named} close={() => undefined} />, { me: admin });
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const save = () => fireEvent.click(screen.getByRole('button', { name: '保存' }));
  const sent = () => asked.find(({ method }) => method === 'PUT')?.body;
  return { write, save, sent };
}

it('saves where a store is, how it is called, and what it calls its grades', async () => {
  const { write, save, sent } = await edit(named);
  write('地址（可不填）', ' ');
  write('门店电话（可不填）', '0571-5550 1688');
  const grades = within(screen.getByRole('group', { name: '客户级别名称' }));
  expect((grades.getByLabelText('H') as HTMLInputElement).value).toBe('1');
  write('H', '');
  write('A', '2');
  save();
  await waitFor(() => expect(sent()).toBeTruthy());
  expect(sent()).toMatchObject({
    address: null,
    phone: '0571-5550 1688',
    grade_labels: { N: null, H: null, A: '2', B: null, C: null },
  });
});

it('says at the grades which name cannot be', async () => {
  const detail = '两个级别不能叫同一个名称。';
  const errors = ['A', 'B'].map((code) => ({
    pointer: `/grade_labels/${code}`,
    code: 'label_twice',
    detail,
  }));
  const { write, save } = await edit(() => ({
    status: 422,
    body: { type: 'about:blank', title: '', status: 422, code: 'invalid_input', detail: '', errors },
  }));
  write('A', '2');
  write('B', '2');
  save();
  const alerts = await screen.findAllByText((text) => text.endsWith(detail));
  expect(alerts.map((alert) => alert.textContent)).toEqual([`A: ${detail}`, `B: ${detail}`]);
});
