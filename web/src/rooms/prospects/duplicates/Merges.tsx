import { Button } from '@mantine/core';
import type { Merge } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { Section } from '@platform/show/Section';
import { say, sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { undo, useMerges, useSettling } from './api';
import classes from './duplicates.module.css';

/** What was put together, and whether it can still be taken back. */
export function Merges({ storeId }: { storeId: string }) {
  const { t } = useTranslation('prospects/duplicates');
  const merges = useMerges(storeId);
  if (!merges.data || merges.data.length === 0) return null;
  return (
    <Section title={t('merges')} note={t('merges_note')}>
      <ul className={classes.merges}>
        {merges.data.map((done) => (
          <MergeRow key={done.id} done={done} storeId={storeId} />
        ))}
      </ul>
    </Section>
  );
}

function MergeRow({ done, storeId }: { done: Merge; storeId: string }) {
  const { t } = useTranslation('prospects/duplicates');
  const format = useFormat();
  const take = useSettling(() => undo(storeId, done));
  const state = done.undone_at
    ? t('undone', { when: format.dayTime(done.undone_at), name: done.undone_by?.name ?? '' })
    : done.no_undo === 'something_new'
      ? t('something_new')
      : null;
  return (
    <li>
      <div>
        <div>
          {t('merge_line', { merged: done.merged, was: done.customer_was })}{' '}
          <Link to={`/stores/${storeId}/customers/${done.customer.id}`}>{t('open')}</Link>
        </div>
        <div className="quiet">
          {[format.dayTime(done.at), done.by?.name, state].filter(Boolean).join(' · ')}
        </div>
      </div>
      {done.no_undo === null && (
        <Button
          variant="default"
          loading={take.isPending}
          onClick={() =>
            take.mutate(undefined, {
              onSuccess: () => say(t('undo_done')),
              onError: (error) => sayFailure(error.message),
            })
          }
        >
          {t('undo')}
        </Button>
      )}
    </li>
  );
}
