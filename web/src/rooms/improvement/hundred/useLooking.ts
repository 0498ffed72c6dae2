import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** Where the card stands, measured within the picture. */
export type Place = { id: string; pinned: boolean; left: number; top: number; width: number };

/** The way from a figure to its card may lead over a gap. */
const goneAfter = 180;

/** Which of the figures is looked at: by hovering, by the keyboard, or pinned by a click or a tap. */
export function useLooking(box: RefObject<HTMLElement | null>) {
  const [at, setAt] = useState<Place | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const stay = () => clearTimeout(leaving.current);
  const show = (id: string, pinned: boolean) => {
    const figure = box.current?.querySelector<HTMLElement>(`[data-visit="${id}"]`);
    if (!box.current || !figure) return;
    stay();
    const outer = box.current.getBoundingClientRect();
    const inner = figure.getBoundingClientRect();
    setAt({
      id,
      pinned,
      left: inner.left - outer.left + inner.width / 2,
      top: inner.bottom - outer.top,
      width: outer.width,
    });
  };
  const leave = () => {
    stay();
    leaving.current = setTimeout(() => setAt((now) => (now?.pinned ? now : null)), goneAfter);
  };
  const close = () => {
    stay();
    setAt(null);
  };
  return {
    at,
    stay,
    close,
    look: (id: string) => show(id, at?.pinned === true && at.id === id),
    pin: (id: string) => show(id, true),
    // A pinned card stays while the mouse crosses other figures on its way.
    hover: (id: string) => () => {
      if (!at?.pinned) show(id, false);
    },
    area: {
      onMouseLeave: leave,
      onBlur: leave,
      onFocus: stay,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') close();
      },
    },
  };
}
