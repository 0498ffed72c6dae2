import { Button, Select, TextInput } from '@mantine/core';
import { useDraft } from '@platform/drafts/drafts';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useFormat } from '@platform/format/useFormat';
import { newId } from '@platform/id';
import { useNow } from '@platform/now';
import { useMe, useStore } from '@platform/session/session';
import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { useAddDaysOff, type WorkingHours } from './api';
import classes from './daysoff.module.css';

type Props = { people: WorkingHours[]; forAll: boolean };

const fields = ['/person_id', '/from_day', '/to_day', '/note'];

/** From one day to another; one day alone needs only the first. */
export function AddDaysOff({ people, forAll }: Props) {
  const { t } = useTranslation('dealership/daysoff');
  const store = useStore();
  const me = useMe();
  const format = useFormat(store);
  const today = format.dayOf(useNow());
  const draft = useDraft(`days-off.${store.id}`, {
    id: newId(),
    person: me.id,
    from: null as string | null,
    to: null as string | null,
    note: '',
  });
  const { id, person, from, to, note } = draft.value;
  const add = useAddDaysOff(store.id, (days) => {
    draft.clear();
    // The next ones are others.
    draft.change({ id: newId(), from: null, to: null, note: '' });
    say(t('added', { name: days.person.name }));
  });
  const errorAt = useFieldErrors(add.error, draft.value);
  return (
    <form
      noValidate
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({
          id,
          person_id: forAll ? person : me.id,
          from_day: from ?? '',
          to_day: to ?? from ?? '',
          note: note.trim() || null,
        });
      }}
    >
      {forAll && (
        <Select
          label={t('person')}
          allowDeselect={false}
          searchable
          data={people.map((each) => ({ value: each.person.id, label: each.person.name }))}
          value={person}
          error={errorAt('/person_id')}
          onChange={(next) => next && draft.change({ person: next })}
        />
      )}
      <DayField
        label={t('from')}
        value={from}
        min={today}
        error={errorAt('/from_day')}
        onChange={(next) => draft.change({ from: next })}
        onClear={() => draft.change({ from: null })}
      />
      <DayField
        label={t('to')}
        value={to ?? from}
        min={from ?? today}
        error={errorAt('/to_day')}
        onChange={(next) => draft.change({ to: next })}
        onClear={() => draft.change({ to: null })}
      />
      <TextInput
        label={t('note')}
        maxLength={100}
        value={note}
        error={errorAt('/note')}
        onChange={(event) => draft.change({ note: event.currentTarget.value })}
      />
      <Button type="submit" loading={add.isPending}>
        {t('add')}
      </Button>
      <FormProblem error={add.error} shown={fields} />
    </form>
  );
}
