import { useId, type ReactNode } from 'react';
import classes from './choices.module.css';

export type ChoiceOption<V extends string> = { value: V; label: ReactNode; note?: string };

type Props<V extends string> = {
  label: string;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  options: ChoiceOption<V>[];
  value: V | null;
  onChange: (value: V) => void;
  error?: ReactNode;
  large?: boolean;
  /** Large, and always side by side. */
  three?: boolean;
};

/** One of several, all in sight. Real radio buttons underneath: arrow keys and screen readers know them. */
export function Choices<V extends string>({
  label,
  hideLabel,
  options,
  value,
  onChange,
  error,
  large,
  three,
}: Props<V>) {
  const name = useId();
  return (
    <fieldset className={classes.group} data-invalid={error ? true : undefined}>
      <legend className={hideLabel ? 'screen-reader-only' : classes.legend}>{label}</legend>
      <div className={three ? classes.three : large ? classes.grid : classes.chips}>
        {options.map((option) => (
          <label
            key={option.value}
            className={large || three ? `${classes.chip} ${classes.large}` : classes.chip}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

type TogglesProps<V extends string> = {
  label: string;
  options: ChoiceOption<V>[];
  chosen: V[];
  onChange: (chosen: V[]) => void;
  error?: ReactNode;
};

/** Any of several, all in sight. */
export function Toggles<V extends string>({ label, options, chosen, onChange, error }: TogglesProps<V>) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.chips}>
        {options.map((option) => (
          <label key={option.value} className={classes.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, option.value]
                    : chosen.filter((each) => each !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
