import type { Look, Sign } from './states';
import classes from './picture.module.css';

const signs: Record<Exclude<Sign, 'none'>, string> = {
  star: 'M12 18.2l1.3 2.9 3.2.3-2.4 2.1.7 3.1-2.8-1.6-2.8 1.6.7-3.1-2.4-2.1 3.2-.3z',
  more: 'M8.2 22.8v.1M12 22.8v.1M15.8 22.8v.1',
  exclamation: 'M12 18.6v5M12 27v.1',
  fall: 'M12 18.8v7.4M8.6 23l3.4 3.4 3.4-3.4',
  tick: 'M8.2 22.6l2.8 2.9 4.9-5.6',
  bar: 'M8 22.8h8',
  cross: 'M8.8 19.6l6.4 6.4M15.2 19.6l-6.4 6.4',
  triangle: 'M12 19.2l4 6.8H8z',
  arrow: 'M7.6 22.8h8.4M12.8 19.4l3.4 3.4-3.4 3.4',
  question: 'M9.4 20.4a2.6 2.6 0 1 1 3.6 2.3c-.7.3-1 .7-1 1.5M12 27v.1',
  dot: 'M12 22.8v.1',
};

/** One of the hundred. */
export function Person({ look }: { look: Look }) {
  return (
    <svg viewBox="0 0 24 36" className={classes.person} data-tone={look.tone} aria-hidden>
      <circle cx="12" cy="6.3" r="4.9" />
      <path d="M12 12.9c-5 0-8 2.9-8 7.6v12.4c0 1 .8 1.8 1.8 1.8h12.4c1 0 1.8-.8 1.8-1.8V20.5c0-4.7-3-7.6-8-7.6z" />
      {look.sign !== 'none' && <path className={classes.sign} d={signs[look.sign]} />}
    </svg>
  );
}
