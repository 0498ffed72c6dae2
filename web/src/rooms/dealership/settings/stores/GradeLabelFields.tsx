import { TextInput } from '@mantine/core';
import type { Grade } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import type { StoreValue } from './api';
import classes from './stores.module.css';

/** From the hottest to who has yet to be graded. */
export const codes: Grade[] = ['H', 'A', 'B', 'C', 'N'];

type Props = {
  value: StoreValue;
  change: (patch: Partial<StoreValue>) => void;
  errorAt: (pointer: string) => string | undefined;
};

/** What the store calls each grade, beside its letter. */
export function GradeLabelFields({ value: { grade_labels }, change, errorAt }: Props) {
  const { t } = useTranslation('dealership/settings');
  const errors = codes.flatMap((code) => {
    const error = errorAt(`/grade_labels/${code}`);
    return error ? { code, error } : [];
  });
  return (
    <fieldset className={classes.hours}>
      <legend className="label">{t('field.grade_labels')}</legend>
      <p className="quiet" id="grade-labels-hint">
        {t('stores.grade_labels_hint')}
      </p>
      <div className={classes.labels}>
        {codes.map((code) => (
          <TextInput
            key={code}
            label={code}
            aria-describedby="grade-labels-hint"
            autoComplete="off"
            maxLength={4}
            placeholder={code}
            value={grade_labels[code] ?? ''}
            error={errors.some((each) => each.code === code)}
            onChange={(event) =>
              change({ grade_labels: { ...grade_labels, [code]: event.currentTarget.value || null } })
            }
          />
        ))}
      </div>
      {errors.map(({ code, error }) => (
        <p key={code} className="overdue" role="alert">
          {`${code}: ${error}`}
        </p>
      ))}
    </fieldset>
  );
}
