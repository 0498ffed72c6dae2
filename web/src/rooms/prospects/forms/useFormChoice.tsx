import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { DayField } from '@platform/form/DayField';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan, useMe, useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSalespeople } from '../api';
import { PersonFilter } from '../PersonFilter';

type Props = {
  day: string;
  person: string | null;
  /** The day that lies so many steps from this one. */
  step: (day: string, by: number) => string;
  before: string;
  after: string;
  change: (changes: Record<string, string | null>) => void;
};

/** Whose form of which day: whoever sees all cards begins with the first salesperson, everybody else with themselves. */
export function useFormChoice() {
  const me = useMe();
  const store = useStore();
  const seesAll = useCan()('prospects.read');
  const people = useSalespeople(store.id);
  const today = useFormat().dayOf(useNow());
  const [query, setQuery] = useSearchParams();
  const first = people.data?.[0]?.id ?? null;
  return {
    day: query.get('day') ?? today,
    person: seesAll ? (query.get('person') ?? first) : me.id,
    change: (changes: Record<string, string | null>) =>
      setQuery(
        (now) => {
          for (const [name, value] of Object.entries(changes)) {
            if (value) now.set(name, value);
            else now.delete(name);
          }
          return now;
        },
        { replace: true },
      ),
  };
}

export function FormTools({ day, person, step, before, after, change }: Props) {
  const { t } = useTranslation('prospects/forms');
  const store = useStore();
  const seesAll = useCan()('prospects.read');
  return (
    <>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={before}
        onClick={() => change({ day: step(day, -1) })}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <DayField label={t('day')} hideLabel value={day} onChange={(next) => change({ day: next })} />
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={after}
        onClick={() => change({ day: step(day, 1) })}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      {seesAll && (
        <PersonFilter storeId={store.id} value={person} onChange={(id) => change({ person: id })} />
      )}
    </>
  );
}
