import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { get, inStore } from '@platform/api/client';
import type { Items, LookAlike } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './known.module.css';
import { asked, type Typed } from './asked';

type Props = {
  storeId: string;
  typed: Typed;
  /** Somebody whom the form speaks of already. */
  hide?: string;
  /** The form can go on with somebody on file; left out, they can only be looked at. */
  onTake?: (known: LookAlike) => void;
};

/** Who it might be, while it is being typed. Nobody is stopped: one goes on, or takes who is known. */
export function LookAlikes({ storeId, typed, hide, onTake }: Props) {
  const { t } = useTranslation('platform');
  const [query] = useDebouncedValue(asked(typed), 250, { leading: false });
  const text = query && JSON.stringify(query);
  const found = useQuery({
    queryKey: ['look-alikes', storeId, text],
    queryFn: ({ signal }) => get<Items<LookAlike>>(`${inStore(storeId)}/look-alikes`, query ?? {}, signal),
    enabled: text !== null,
    placeholderData: keepPreviousData,
  });
  const people = text === null ? [] : (found.data?.items ?? []).filter(({ id }) => id !== hide);
  return (
    <div role="status" aria-label={t('known.label')}>
      {people.length > 0 && (
        <div className={classes.known}>
          <strong>{t('known.title')}</strong>
          <ul>
            {people.map((person) => (
              <li key={person.id}>
                <Person person={person} storeId={storeId} />
                {onTake && (
                  <Button size="compact-sm" variant="default" onClick={() => onTake(person)}>
                    {t('known.take')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Person({ person, storeId }: { person: LookAlike; storeId: string }) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  const reasons = person.because
    .map((each) =>
      each === 'in_party' && person.member
        ? t('known.member', { name: person.member })
        : t(`known.because.${each}`),
    )
    .join(t('known.and'));
  return (
    <div>
      <div>
        {person.open ? (
          <Link to={`/stores/${storeId}/customers/${person.id}`}>{person.name}</Link>
        ) : (
          <span>{person.name}</span>
        )}{' '}
        <span className="quiet numbers">
          {[person.phone_display, person.plate].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className="quiet">
        {[
          reasons,
          person.salesperson && t('known.with', { name: person.salesperson.name }),
          person.last_visit_at &&
            t('known.last', { when: format.shortDay(format.dayOf(person.last_visit_at)) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  );
}
