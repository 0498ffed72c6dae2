import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../shared/scope';
import type { Labels } from '../shared/useLabels';
import type { Figure } from '../types';
import { FigureCard } from './FigureCard';
import { Person } from './Person';
import classes from './picture.module.css';
import type { Flock } from './states';
import { useLooking } from './useLooking';
import { useTelling } from './useTelling';

type Props = { flocks: Flock[]; scope: Scope; labels: Labels; openGroup: (key: string) => void };

/** Rows of people, one row of figures for each group, named and counted beside it. */
export function Picture({ flocks, scope, labels, openGroup }: Props) {
  const { t } = useTranslation('improvement/hundred');
  const tell = useTelling(scope, labels);
  const all = flocks.flatMap((flock) => flock.figures);
  const box = useRef<HTMLDivElement>(null);
  const looking = useLooking(box);
  const [stop, setStop] = useState<string>();
  // One stop for the Tab key; the arrows walk from figure to figure, and up and down from group to group.
  const first = all.some((each) => each.visit_id === stop) ? stop : all[0]?.visit_id;
  const walk = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.visit;
    const next = id && neighbour(flocks, id, event.key);
    if (!next) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-visit="${next}"]`)?.focus();
  };
  return (
    <div ref={box} className={classes.picture} {...looking.area}>
      {flocks.map((flock) => (
        <section key={flock.key} className={classes.flock}>
          <h2 className={classes.heading}>
            <button type="button" className={classes.name} onClick={() => openGroup(flock.key)}>
              <span>{tell.group(flock.group)}</span>{' '}
              <span className={classes.count}>{t('people', { count: flock.group.count })}</span>
            </button>
          </h2>
          <ul className={classes.figures} onKeyDown={walk} aria-label={tell.group(flock.group)}>
            {flock.figures.map((figure) => (
              <li key={figure.visit_id}>
                <button
                  type="button"
                  className={classes.figure}
                  data-visit={figure.visit_id}
                  data-looked={looking.at?.id === figure.visit_id || undefined}
                  tabIndex={figure.visit_id === first ? 0 : -1}
                  aria-label={tell.figure(figure)}
                  onMouseEnter={looking.hover(figure.visit_id)}
                  onFocus={() => {
                    setStop(figure.visit_id);
                    looking.look(figure.visit_id);
                  }}
                  onClick={() => looking.pin(figure.visit_id)}
                >
                  <Person look={flock.look} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {looking.at && <Shown looking={looking} figures={all} scope={scope} labels={labels} />}
    </div>
  );
}

type ShownProps = {
  looking: ReturnType<typeof useLooking>;
  figures: Figure[];
  scope: Scope;
  labels: Labels;
};

function Shown({ looking, figures, scope, labels }: ShownProps) {
  const figure = figures.find((each) => each.visit_id === looking.at?.id);
  if (!figure || !looking.at) return null;
  return <FigureCard figure={figure} looking={looking} scope={scope} labels={labels} />;
}

/** Where an arrow key leads from a figure. */
function neighbour(flocks: Flock[], id: string, key: string): string | undefined {
  const all = flocks.flatMap((flock) => flock.figures.map((each) => each.visit_id));
  const starts = flocks.flatMap((flock) => flock.figures[0]?.visit_id ?? []);
  const at = all.indexOf(id);
  const flock = flocks.filter((each) => each.figures.length > 0);
  const row = flock.findIndex((each) => each.figures.some((figure) => figure.visit_id === id));
  if (key === 'ArrowRight') return all[at + 1];
  if (key === 'ArrowLeft') return all[at - 1];
  if (key === 'ArrowDown') return starts[row + 1];
  if (key === 'ArrowUp') return id === starts[row] ? starts[row - 1] : starts[row];
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  return undefined;
}
