import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './viewSwitch.module.css';

const views = ['chart', 'table'] as const;
export type View = (typeof views)[number];

type Props = { label: string; value: View; onChange: (view: View) => void };

/** Chart or table. Plain radio buttons: an indicator that glides has to be measured, a dozen of them for half a second. */
export function ViewSwitch({ label, value, onChange }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.switch}>
      {views.map((view) => (
        <label key={view}>
          <input type="radio" name={name} checked={view === value} onChange={() => onChange(view)} />
          <span>{t(`view.${view}`)}</span>
        </label>
      ))}
    </div>
  );
}
