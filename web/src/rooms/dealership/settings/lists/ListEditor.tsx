import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ListEntry } from '@platform/api/types';
import { isConflict } from '@platform/api/problem';
import { sayFailure } from '@platform/show/toast';
import { QueryView } from '@platform/show/QueryView';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../queries';
import { saveEntry, useReread, type Which } from './api';
import { EntryForm } from './EntryForm';
import { EntryRow } from './EntryRow';
import classes from './lists.module.css';
import { moved, treeOf } from './order';

export function ListEditor({ which, retiredToo }: { which: Which; retiredToo: boolean }) {
  const entries = useList(which.storeId, which.list);
  return (
    <QueryView query={entries}>
      {(all) => {
        const tree = treeOf(all.filter((entry) => retiredToo || !entry.retired));
        const heads = tree.map(({ head }) => head);
        return (
          <div className={classes.tree}>
            {tree.map(({ head, below }, at) => (
              <Branch key={head.code} which={which} heads={heads} at={at} head={head} below={below} />
            ))}
          </div>
        );
      }}
    </QueryView>
  );
}

type BranchProps = { which: Which; heads: ListEntry[]; at: number; head: ListEntry; below: ListEntry[] };

function Branch({ which, heads, at, head, below }: BranchProps) {
  const { t } = useTranslation('dealership/settings');
  const [adding, setAdding] = useState(false);
  const move = useMove(which);
  return (
    <section className={classes.branch}>
      <EntryRow which={which} entry={head} head {...move(heads, at)} />
      <ul>
        {below.map((entry, place) => (
          <li key={entry.code}>
            <EntryRow which={which} entry={entry} {...move(below, place)} />
          </li>
        ))}
        <li>
          {adding ? (
            <EntryForm which={which} parent={head} close={() => setAdding(false)} />
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={15} aria-hidden />}
              aria-label={t('lists.add_to', { name: `${head.label_zh} ${head.label_en}` })}
              onClick={() => setAdding(true)}
            >
              {t('lists.add')}
            </Button>
          )}
        </li>
      </ul>
    </section>
  );
}

/** One step up or down. Each changed entry is its own edit with its own version, so they go one after another. */
function useMove(which: Which) {
  const { t } = useTranslation('dealership/settings');
  const reread = useReread(which);
  const run = useMutation({
    mutationFn: async (moves: ReturnType<typeof moved>) => {
      for (const { entry, position } of moves) {
        const { label_zh, label_en, retired, version } = entry;
        await saveEntry(which, entry.code, { label_zh, label_en, retired, position }, version);
      }
    },
    onError: (error) => sayFailure(isConflict(error) ? t('changed_meanwhile') : error.message),
    onSettled: reread,
  });
  return (siblings: ListEntry[], at: number) => {
    const to = (place: number) =>
      place < 0 || place >= siblings.length || run.isPending
        ? undefined
        : () => run.mutate(moved(siblings, at, place));
    return { up: to(at - 1), down: to(at + 1) };
  };
}
