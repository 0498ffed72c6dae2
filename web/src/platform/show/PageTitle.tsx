import { Group } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './page.module.css';

type Props = { title: string; note?: ReactNode; children?: ReactNode };

let firstPage = true;

/** The page's one heading. It takes the focus when a page opens, so that keyboard and screen reader start there. */
export function PageTitle({ title, note, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first page belongs to the browser: a reload must not move the focus.
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    firstPage = false;
  }, []);
  useEffect(() => {
    document.title = `${title} · 关系`;
  }, [title]);
  return (
    <Group justify="space-between" align="center" className={classes.head} wrap="wrap">
      <div>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {note && <div className={classes.note}>{note}</div>}
      </div>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
