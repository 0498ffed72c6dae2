import { expect, it } from 'vitest';
import { lead } from '../../../testing/leads';
import { chen, li } from '../../../testing/people';
import { newsBetween } from './news';

const kinds = (...args: Parameters<typeof newsBetween>) => newsBetween(...args).map(({ kind }) => kind);

it('says nothing of what was there when the list was read first', () => {
  expect(kinds(undefined, [lead()], chen.id)).toEqual([]);
});

it('tells whoever a lead is for, and nobody else', () => {
  expect(kinds([], [lead()], chen.id)).toEqual(['new']);
  expect(kinds([], [lead()], li.id)).toEqual([]);
  expect(kinds([lead()], [lead()], chen.id)).toEqual([]);
  expect(kinds([], [lead({ state: 'answered' })], chen.id)).toEqual([]);
});

it('tells both when a lead goes on', () => {
  const after = lead({ salesperson: li, moved_from: chen });
  expect(kinds([lead()], [after], chen.id)).toEqual(['gone']);
  expect(kinds([lead()], [after], li.id)).toEqual(['new']);
});

it('tells everybody who sees it when a lead is left alone', () => {
  expect(kinds([lead()], [lead({ state: 'breached' })], 'manager')).toEqual(['breached']);
  expect(kinds([lead({ state: 'breached' })], [lead({ state: 'breached' })], 'manager')).toEqual([]);
});
