import { Button, Group, NumberInput } from '@mantine/core';
import { Problem } from '@platform/api/problem';
import { useDraft } from '@platform/drafts/drafts';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { addDays } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { useSetRules } from './api';
import { RuleLines } from './RuleLines';
import { fields, rulesOn, type Typed } from './rules';
import classes from './rules.module.css';
import type { Field, RulesPage } from './types';
import { Windows } from './Windows';

/** Pointers whose errors stand at their fields; "" is about the day itself. */
const shown = ['', ...fields.map((field) => `/${field}`)];

type Props = { page: RulesPage; done: (day: string) => void; cancel: () => void };

/** New rules begin with what would hold tomorrow. They cannot reach back: cards moved under the old ones. */
export function RulesForm({ page, done, cancel }: Props) {
  const { t } = useTranslation('prospects/rules');
  const store = useStore();
  const tomorrow = addDays(useFormat(store).dayOf(useNow()), 1);
  const draft = useDraft<Typed & { day: string }>(`rules.${store.id}`, {
    ...rulesOn(page, tomorrow),
    day: tomorrow,
  });
  const { day: typedDay, ...typed } = draft.value;
  // A draft of yesterday may name today.
  const day = typedDay < tomorrow ? tomorrow : typedDay;
  const save = useSetRules(store.id, (from) => {
    draft.clear();
    done(from);
  });
  const errorAt = useFieldErrors(save.error, typed);
  const leave = () => {
    draft.clear();
    cancel();
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ day, typed });
      }}
    >
      {draft.restored && <p className={classes.restored}>{t('platform:draft.restored')}</p>}
      <div className={classes.day}>
        <DayField
          label={t('from_day')}
          value={day}
          min={tomorrow}
          error={dayError(save.error)}
          onChange={(next) => draft.change({ day: next })}
        />
      </div>
      <Windows rules={typed} />
      <RuleLines
        value={(field) => (
          <DaysInput
            field={field}
            value={typed[field]}
            error={errorAt(`/${field}`)}
            onChange={(days) => draft.change({ [field]: days })}
          />
        )}
      />
      <FormProblem error={save.error} shown={shown} />
      <Group>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={leave}>
          {t(draft.restored ? 'platform:draft.discard' : 'platform:cancel')}
        </Button>
      </Group>
    </form>
  );
}

type InputProps = {
  field: Field;
  value: number | '';
  error?: string;
  onChange: (days: number | '') => void;
};

function DaysInput({ field, value, error, onChange }: InputProps) {
  const { t } = useTranslation('prospects/rules');
  const labels = useGradeLabels();
  return (
    <NumberInput
      aria-label={t(`field.${field}`, labels)}
      aria-describedby={`rule-${field}`}
      className={classes.input}
      value={value}
      suffix={t('suffix', { count: Number(value) })}
      allowDecimal={false}
      allowNegative={false}
      error={error}
      onChange={(next) => onChange(next === '' ? '' : Number(next))}
    />
  );
}

/** The day is no part of what is sent: its error names the whole. */
const dayError = (error: unknown) =>
  error instanceof Problem ? error.errors.find(({ pointer }) => pointer === '')?.detail : undefined;
