import { get, inStore } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { useCan, useStore } from '@platform/session/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OverloadAhead } from '../types';
import { useOverloadSentence } from './useOverloadSentence';
import own from './workload.module.css';

const mostShown = 3;

/** On the morning board: who has too much to do within three days. Nothing when nobody has. */
export function OverloadsAhead() {
  const { t } = useTranslation('workday/workload');
  const store = useStore();
  const sentence = useOverloadSentence(store);
  const manages = useCan()('prospects.manage');
  const ahead = useQuery({
    queryKey: ['workload-ahead', store.id],
    queryFn: ({ signal }) => get<Items<OverloadAhead>>(`${inStore(store.id)}/workload/ahead`, {}, signal),
    enabled: manages,
  });
  if (!ahead.data || ahead.data.items.length === 0) return null;
  const { items } = ahead.data;
  return (
    <section className={own.ahead} aria-label={t('overloads')}>
      {items.slice(0, mostShown).map((overload) => (
        <p key={`${overload.day}${overload.person.id}`}>{sentence(overload)}</p>
      ))}
      <Link to="/workload">
        {items.length > mostShown
          ? t('to_workload_more', { count: items.length - mostShown })
          : t('to_workload')}
      </Link>
    </section>
  );
}
