import { Button, NumberInput } from '@mantine/core';
import { Problem } from '@platform/api/problem';
import { useDraft } from '@platform/drafts/drafts';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { SaveOrLeave } from '@platform/form/SaveOrLeave';
import { addDays } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStore } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetAnswerTimes, type AnswerTimes, type AnswerTimesPage } from './api';
import classes from './leadrules.module.css';

const names = ['target', 'reassign', 'breach'] as const satisfies (keyof AnswerTimes)[];

/** Within which time a lead is answered, what happens when it is not, and what was set before. */
export function Times({ page, may }: { page: AnswerTimesPage; may: boolean }) {
  const { t } = useTranslation('prospects/leadrules');
  const format = useFormat();
  const [setting, setSetting] = useState(false);
  const { from_day, by, times } = page.today;
  const since = from_day
    ? t(by ? 'since_by' : 'since', { day: format.day(from_day), name: by?.name })
    : t('defaults');
  const done = (day: string) => {
    say(t('times_saved', { day: format.day(day) }));
    setSetting(false);
  };
  return (
    <Section
      title={t('times')}
      note={since}
      aside={
        may &&
        !setting && (
          <Button variant="light" onClick={() => setSetting(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      <p className={classes.intro}>{t('times_intro')}</p>
      {setting ? (
        <TimesForm page={page} done={done} cancel={() => setSetting(false)} />
      ) : (
        <ul className={classes.times}>
          {names.map((name) => (
            <li key={name}>
              <span>
                <strong>{t(`time.${name}`)}</strong> <span className="quiet">{t(`says.${name}`)}</span>
              </span>
              <strong className="numbers">{t('minutes', { count: times[name] })}</strong>
            </li>
          ))}
        </ul>
      )}
      <History page={page} />
    </Section>
  );
}

function History({ page }: { page: AnswerTimesPage }) {
  const { t } = useTranslation('prospects/leadrules');
  const format = useFormat();
  const others = page.set.filter(({ from_day }) => from_day !== page.today.from_day);
  if (others.length === 0) return null;
  return (
    <ul className={classes.past}>
      {others.map(({ from_day, times }) => (
        <li key={from_day}>
          {t('from', { day: from_day && format.day(from_day) })}{' '}
          {names.map((name) => t('minutes', { count: times[name] })).join(' / ')}
        </li>
      ))}
    </ul>
  );
}

type Typed = Record<keyof AnswerTimes, number | ''> & { day: string };

function TimesForm({
  page,
  done,
  cancel,
}: {
  page: AnswerTimesPage;
  done: (day: string) => void;
  cancel: () => void;
}) {
  const { t } = useTranslation('prospects/leadrules');
  const store = useStore();
  const tomorrow = addDays(useFormat(store).dayOf(useNow()), 1);
  const draft = useDraft<Typed>(`answer-times.${store.id}`, { ...page.today.times, day: tomorrow });
  const { day: typedDay, ...times } = draft.value;
  // A draft of yesterday may name today.
  const day = typedDay < tomorrow ? tomorrow : typedDay;
  const save = useSetAnswerTimes(store.id, (from) => {
    draft.clear();
    done(from);
  });
  const leave = () => {
    draft.clear();
    cancel();
  };
  const errorAt = useFieldErrors(save.error, times);
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ day, times });
      }}
    >
      <div className={classes.day}>
        <DayField
          label={t('from_day')}
          value={day}
          min={tomorrow}
          error={dayError(save.error)}
          onChange={(next) => draft.change({ day: next })}
        />
      </div>
      <div className={classes.fields}>
        {names.map((name) => (
          <NumberInput
            key={name}
            label={t(`time.${name}`)}
            description={t(`says.${name}`)}
            value={times[name]}
            suffix={t('suffix')}
            allowDecimal={false}
            allowNegative={false}
            error={errorAt(`/${name}`)}
            onChange={(next) => draft.change({ [name]: next === '' ? '' : Number(next) })}
          />
        ))}
      </div>
      <FormProblem error={save.error} shown={['', ...names.map((name) => `/${name}`)]} />
      <SaveOrLeave saving={save.isPending} restored={draft.restored} leave={leave} />
    </form>
  );
}

/** The day is no part of what is sent: its error names the whole. */
const dayError = (error: unknown) =>
  error instanceof Problem ? error.errors.find(({ pointer }) => pointer === '')?.detail : undefined;
