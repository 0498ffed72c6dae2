import { useState, type ReactNode } from 'react';
import classes from './more.module.css';

type Props = {
  label: string;
  /** What is filled in already, told while the fields are folded away. */
  said: (string | null)[];
  /** Some field inside was refused: it must be seen. */
  wrong: boolean;
  children: ReactNode;
};

/** Fields that are seldom needed: one tap away, and no screen longer for everybody else. */
export function More({ label, said, wrong, children }: Props) {
  const [open, setOpen] = useState(false);
  const told = said.filter(Boolean).join(' · ');
  return (
    <details
      className={classes.more}
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={classes.label}>{label}</span>
        {told && <span className="quiet">{told}</span>}
      </summary>
      <div className={classes.fields}>{children}</div>
    </details>
  );
}
