import type { ReactNode } from 'react';
import classes from './page.module.css';

type Props = { title: string; count?: number; note?: ReactNode; aside?: ReactNode; children: ReactNode };

export function Section({ title, count, note, aside, children }: Props) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h2>
          {title}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </h2>
        {aside}
      </div>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}
