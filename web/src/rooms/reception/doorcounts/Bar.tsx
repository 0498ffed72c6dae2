import classes from './doorcounts.module.css';

type Props = { logged: number; counted: number; most: number };

/** What was counted as an outline, what was logged as its filling: the white that stays is what is missing. */
export function Bar({ logged, counted, most }: Props) {
  const width = (parties: number) => `${(parties / most) * 100}%`;
  return (
    <div className={classes.bar}>
      {counted > 0 && <span className={classes.counted} style={{ width: width(counted) }} />}
      {logged > 0 && <span className={classes.logged} style={{ width: width(logged) }} />}
    </div>
  );
}
