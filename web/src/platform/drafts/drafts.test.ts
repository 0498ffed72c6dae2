// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { dropDraft, dropOldDrafts, readAbout, readAllAbout, readDraft, writeDraft } from './drafts';

it('keeps what was typed together with what it is about', () => {
  writeDraft('zhao.closing.v1', { story: '看车' }, { id: 'v1' });
  writeDraft('li.closing.v2', { story: '' }, { id: 'v2' });
  expect(readDraft('zhao.closing.v1')).toEqual({ story: '看车' });
  expect(readAbout('zhao.closing.v1')).toEqual({ id: 'v1' });
  expect(readAllAbout('zhao.closing.')).toEqual([{ id: 'v1' }]);
  dropDraft('zhao.closing.v1');
  expect(readAllAbout('zhao.closing.')).toEqual([]);
});

it('forgets names and numbers after a month, and keeps everything else', () => {
  localStorage.setItem('guanxi.language', 'en');
  writeDraft('zhao.closing.v1', {});
  dropOldDrafts(Date.now() + 29 * 86_400_000);
  expect(readDraft('zhao.closing.v1')).not.toBeNull();
  dropOldDrafts(Date.now() + 31 * 86_400_000);
  expect(readDraft('zhao.closing.v1')).toBeNull();
  expect(localStorage.getItem('guanxi.language')).toBe('en');
});

it('reads nothing from what it cannot understand', () => {
  localStorage.setItem('guanxi.draft.x', 'no JSON');
  expect(readDraft('x')).toBeNull();
});
