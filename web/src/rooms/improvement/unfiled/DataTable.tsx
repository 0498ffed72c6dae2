import type { ReactNode } from 'react';
import classes from './unfiled.module.css';

export type Row = { key: string; name: ReactNode; cells: ReactNode[]; indented?: boolean };

type Props = { label: string; head: string[]; rows: Row[] };

/** The first column names the row, all others are numbers. On a phone the table is scrolled, not the page. */
export function DataTable({ label, head, rows }: Props) {
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-indented={row.indented || undefined}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number that opens the visits it counts, where there is a list of them. */
export function Count({ count, of, open }: { count: number; of: string; open?: () => void }) {
  if (!open || count === 0) return <>{count}</>;
  return (
    <button type="button" className={classes.countButton} aria-label={`${count} · ${of}`} onClick={open}>
      {count}
    </button>
  );
}
