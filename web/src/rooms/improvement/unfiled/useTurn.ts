import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '@platform/whenIdle';

/** Parts that can be seen and are not drawn yet: all others wait for them. */
const urgent = new Set<object>();
const waiting: (() => void)[] = [];

function drawNext() {
  if (urgent.size === 0) waiting.shift()?.();
  if (waiting.length > 0) whenIdle(drawNext);
}

function queue(work: () => void): () => void {
  if (waiting.push(work) === 1) whenIdle(drawNext);
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}

/**
 * Whether it is this part's turn to be drawn: as soon as it is ready when it can be seen; else after everything that can, one
 * after the other whenever the browser has nothing better to do; and all of them before anything is printed.
 */
export function useTurn(box: RefObject<HTMLElement | null>, ready: boolean): boolean {
  const [seen, setSeen] = useState<boolean>();
  const [turn, setTurn] = useState(false);
  useEffect(() => {
    const part = box.current;
    if (turn || !part) return;
    const watch = new IntersectionObserver((entries) => {
      setSeen(entries.some(({ isIntersecting }) => isIntersecting));
    });
    watch.observe(part);
    return () => watch.disconnect();
  }, [turn, box]);
  useEffect(() => {
    const part = box.current;
    if (turn || !part || !seen) return;
    urgent.add(part);
    return () => {
      urgent.delete(part);
    };
  }, [turn, seen, box]);
  useEffect(() => {
    if (turn || !ready) return;
    const go = () => setTurn(true);
    const leave = seen === false ? queue(go) : undefined;
    // The browser takes its picture as soon as this returns.
    const goNow = () => flushSync(go);
    window.addEventListener('beforeprint', goNow);
    return () => {
      leave?.();
      window.removeEventListener('beforeprint', goNow);
    };
  }, [turn, ready, seen]);
  if (!turn && ready && seen) setTurn(true);
  return turn;
}
