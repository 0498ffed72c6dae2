// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { render } from '../../testing/render';
import { DayField } from './DayField';
import { TimeField } from './TimeField';

function Day({ max }: { max?: string }) {
  const [day, setDay] = useState('2026-03-02');
  return <DayField label="日期" value={day} max={max} onChange={setDay} />;
}

function Time() {
  const [time, setTime] = useState<string | null>('09:00');
  return <TimeField label="开门" value={time ?? ''} onChange={setTime} />;
}

const shown = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' }).value;
const types = async (label: string, text: string) => {
  const field = screen.getByLabelText(label, { selector: 'input' });
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
};

it('shows a day in the language of the reader', async () => {
  const zh = await render(<Day />);
  expect(shown('日期')).toBe('2026年3月2日');
  zh.unmount();
  await render(<Day />, { language: 'en' });
  expect(shown('日期')).toBe('2 Mar 2026');
});

it('takes a day as it is typed, and none that may not be', async () => {
  await render(<Day max="2026-03-10" />);
  await types('日期', '2026-3-9');
  expect(shown('日期')).toBe('2026年3月9日');
  await types('日期', '2026-3-11');
  await types('日期', 'nonsense');
  expect(shown('日期')).toBe('2026年3月9日');
});

it('lets the arrow keys walk through the calendar, into the next month too', async () => {
  await render(<Day />);
  await userEvent.click(screen.getByRole('button', { name: '在日历里选：日期' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('data-day')).toBe('2026-03-02'));
  expect(screen.getByText('2026年3月')).toBeTruthy();
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  expect(screen.getByText('2026年2月')).toBeTruthy();
  await userEvent.keyboard('{Enter}');
  expect(shown('日期')).toBe('2026年2月22日');
});

it('takes a time in four digits and goes back to the last one that makes sense', async () => {
  await render(<Time />);
  await types('开门', '1430');
  expect(shown('开门')).toBe('14:30');
  await types('开门', '99');
  expect(shown('开门')).toBe('14:30');
});
