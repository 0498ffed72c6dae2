// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { me, store } from '../../testing/people';
import { render } from '../../testing/render';
import { GradeMark } from './GradeMark';

const own = { N: '未', H: '1', A: null, B: '网约车主', C: null };
const here = { ...store, grade_labels: own };
const there = { ...store, id: '01900000-0000-7000-8000-000000000003', grade_labels: { ...own, H: '热' } };
const who = { ...me, stores: [here, there] };

describe('a grade', () => {
  it('is its letter where the store has no name for it', async () => {
    await render(<GradeMark grade="H" />);
    expect(screen.getByText('H')).toBeTruthy();
    expect(screen.getByTitle('H 级，一周内买')).toBeTruthy();
  });

  it('is called as the store calls it, for the eye and for the ear', async () => {
    await render(<GradeMark grade="H" />, { me: who });
    expect(screen.getByText('1')).toBeTruthy();
    expect(screen.getByText('1 级，一周内买').className).toBe('screen-reader-only');
    expect(screen.queryByText('H')).toBeNull();
  });

  it('keeps its letter in a store that names only others', async () => {
    await render(<GradeMark grade="A" />, { me: who });
    expect(screen.getByText('A')).toBeTruthy();
  });

  it("follows the card's own store, not the one that was chosen", async () => {
    await render(<GradeMark grade="H" storeId={there.id} />, { me: who });
    expect(screen.getByText('热')).toBeTruthy();
  });

  it('keeps its code for colours, and says when the name is long', async () => {
    await render(<GradeMark grade="B" />, { me: who, language: 'en' });
    const mark = screen.getByTitle('网约车主, buys within a month');
    expect(mark.dataset).toMatchObject({ grade: 'B', long: 'true' });
  });
});
