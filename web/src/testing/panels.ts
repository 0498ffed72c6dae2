import { screen, within } from '@testing-library/react';
import { vi } from 'vitest';

/** A window so high that everything on the page can be seen; drawing all of it takes its time. */
export function seeEverything() {
  vi.setConfig({ testTimeout: 20_000 });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private told: (entries: { isIntersecting: boolean }[]) => void) {}
      observe() {
        queueMicrotask(() => this.told([{ isIntersecting: true }]));
      }
      disconnect() {}
    },
  );
}

/** By its heading: asking a page this large for roles takes seconds. */
export function panel(title: string): HTMLElement {
  const part = screen.getByText(title, { selector: 'h2' }).closest('section');
  if (!part) throw new Error(`${title} heads no section`);
  return part;
}

/** The page is complete. */
export const allDrawn = () => screen.findByText('第二人出面', { selector: 'h2' });

/** What stands in the table of a panel, its head first. */
export const rowsOf = (title: string) =>
  within(within(panel(title)).getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
