import type { ReactNode } from 'react';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import classes from './rules.module.css';
import { parts } from './rules';
import type { Field } from './types';

type Props = {
  /** What stands at the right of a rule: its number, or the field in which it is written. */
  value: (field: Field) => ReactNode;
};

/** Every rule with one sentence on what its number does. */
export function RuleLines({ value }: Props) {
  const { t } = useTranslation('prospects/rules');
  const labels = useGradeLabels();
  return (
    <div className={classes.parts}>
      {(['windows', 'cadence'] as const).map((part) => (
        <section key={part}>
          <h3 className={classes.partTitle}>{t(`part.${part}`)}</h3>
          <ul className={classes.lines}>
            {parts[part].map((field) => (
              <li key={field} className={classes.line}>
                <div>
                  <div className={classes.name}>{t(`field.${field}`, labels)}</div>
                  <div id={`rule-${field}`} className={classes.says}>
                    {t(`says.${field}`, labels)}
                  </div>
                </div>
                <div className={classes.value}>{value(field)}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
