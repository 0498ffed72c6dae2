import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import type { ListEntry } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Which } from './api';
import { EntryForm } from './EntryForm';
import classes from './lists.module.css';

type Props = {
  which: Which;
  entry: ListEntry;
  head?: boolean;
  up?: () => void;
  down?: () => void;
};

export function EntryRow({ which, entry, head, up, down }: Props) {
  const { t } = useTranslation('dealership/settings');
  const { language } = useFormat();
  const [editing, setEditing] = useState(false);
  if (editing) return <EntryForm which={which} entry={entry} close={() => setEditing(false)} />;

  const [first, second] =
    language === 'zh' ? [entry.label_zh, entry.label_en] : [entry.label_en || entry.label_zh, entry.label_zh];
  const Heading = head ? 'h2' : 'span';
  // What a store has added has an id for a code, which tells nobody anything.
  const code = entry.added ? t('lists.own') : entry.code;
  return (
    <div className={classes.row} data-retired={entry.retired || undefined}>
      <div className={classes.words}>
        <Heading>{first}</Heading>
        <span className={classes.other}>{second}</span>
        <span className={classes.code}>{entry.retired ? `${code} · ${t('retired.is')}` : code}</span>
      </div>
      <div className={classes.actions}>
        <ActionIcon aria-label={t('lists.up', { name: first })} disabled={!up} onClick={up}>
          <IconArrowUp size={17} stroke={1.6} />
        </ActionIcon>
        <ActionIcon aria-label={t('lists.down', { name: first })} disabled={!down} onClick={down}>
          <IconArrowDown size={17} stroke={1.6} />
        </ActionIcon>
        <ActionIcon aria-label={t('lists.edit', { name: first })} onClick={() => setEditing(true)}>
          <IconPencil size={17} stroke={1.6} />
        </ActionIcon>
      </div>
    </div>
  );
}
