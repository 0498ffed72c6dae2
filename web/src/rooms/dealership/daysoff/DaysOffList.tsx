import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStore } from '@platform/session/session';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../settings/shared/Confirm';
import { useRemoveDaysOff, type DaysOff } from './api';
import classes from './daysoff.module.css';

/** Who is away, from today on. */
export function DaysOffList({ items, named }: { items: DaysOff[]; named: boolean }) {
  const { t } = useTranslation('dealership/daysoff');
  const store = useStore();
  const format = useFormat(store);
  const today = format.dayOf(useNow());
  const [leaving, setLeaving] = useState<DaysOff | null>(null);
  const remove = useRemoveDaysOff(store.id, () => {
    setLeaving(null);
    say(t('removed'));
  });
  if (items.length === 0) return <p className={classes.none}>{t(named ? 'nobody_away' : 'none')}</p>;
  const span = ({ from_day, to_day }: DaysOff) =>
    from_day === to_day
      ? format.shortDay(from_day, true)
      : `${format.shortDay(from_day, true)} – ${format.shortDay(to_day, true)}`;
  return (
    <>
      <ul className={classes.list}>
        {items.map((days) => (
          <li key={days.id}>
            <span>
              {named && <strong>{days.person.name} </strong>}
              <span className="numbers">{span(days)}</span>
              {days.note && <span className="quiet"> · {days.note}</span>}
              {days.from_day <= today && <span className="due"> · {t('now')}</span>}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('remove', { name: days.person.name, days: span(days) })}
              onClick={() => setLeaving(days)}
            >
              <IconTrash size={18} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {leaving && (
        <Confirm
          title={t('take_back')}
          text={t('take_back_text', { name: leaving.person.name, days: span(leaving) })}
          action={t('take_back')}
          busy={remove.isPending}
          run={() => remove.mutate(leaving)}
          close={() => setLeaving(null)}
        />
      )}
    </>
  );
}
