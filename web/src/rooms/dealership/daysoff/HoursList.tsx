import { Button, Group, Modal } from '@mantine/core';
import { isConflict } from '@platform/api/problem';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useStore } from '@platform/session/session';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoursEditor } from '../settings/stores/HoursEditor';
import { useWeekdays } from '../settings/stores/useWeekdays';
import { useSetWorkingHours, type WorkingHours } from './api';
import classes from './daysoff.module.css';

/** The hours of people's weeks. */
export function HoursList({ items }: { items: WorkingHours[] }) {
  const { t } = useTranslation('dealership/daysoff');
  const { week } = useWeekdays();
  const [editing, setEditing] = useState<string | null>(null);
  const edited = items.find(({ person }) => person.id === editing);
  return (
    <>
      <ul className={classes.list}>
        {items.map(({ person, hours }) => (
          <li key={person.id}>
            <span>
              <strong>{person.name}</strong>{' '}
              <span className="quiet">{hours.length > 0 ? week(hours) : t('as_the_store')}</span>
            </span>
            <Button
              variant="subtle"
              aria-label={t('edit_of', { name: person.name })}
              onClick={() => setEditing(person.id)}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
      {edited && <HoursDialog key={edited.version} current={edited} close={() => setEditing(null)} />}
    </>
  );
}

function HoursDialog({ current, close }: { current: WorkingHours; close: () => void }) {
  const { t } = useTranslation('dealership/daysoff');
  const store = useStore();
  const [hours, setHours] = useState(current.hours);
  const save = useSetWorkingHours(store.id, () => {
    say(t('saved'));
    close();
  });
  const errorAt = useFieldErrors(save.error, { hours });
  const send = (next: WorkingHours['hours']) => save.mutate({ ...current, hours: next });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={<strong>{t('hours_of', { name: current.person.name })}</strong>}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <form
        noValidate
        className={classes.hours}
        onSubmit={(event) => {
          event.preventDefault();
          send(hours);
        }}
      >
        <HoursEditor
          hours={hours}
          change={setHours}
          errorAt={(pointer) => errorAt(pointer.replace('/opening_hours', '/hours'))}
          label={t('week')}
          free={t('free')}
        />
        {isConflict(save.error) ? (
          <p className="overdue">{t('changed_meanwhile')}</p>
        ) : (
          <FormProblem error={save.error} shown={hours.map((_, at) => `/hours/${at}`)} />
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('platform:save')}
          </Button>
          {current.hours.length > 0 && (
            <Button variant="default" onClick={() => send([])}>
              {t('to_the_store')}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
