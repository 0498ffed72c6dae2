import { Button } from '@mantine/core';
import { get, inStore } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { nobody } from '../nobody';
import { Done } from './Done';
import classes from './handing.module.css';
import { ShareForm } from './ShareForm';
import type { CardHolder, Reassignment } from './types';
import { useBucketName } from './useBucketName';

const keyOf = (holder: CardHolder) => holder.salesperson?.id ?? nobody;

/** All cards of somebody who is ill or leaves go to colleagues: who, to whom, and once more before it is done. */
export default function ReassignPage() {
  const { t } = useTranslation('prospects/handing');
  const store = useStore();
  const [query, setQuery] = useSearchParams();
  const [done, setDone] = useState<Reassignment | null>(null);
  const holders = useQuery({
    queryKey: ['prospects', store.id, 'holders'],
    queryFn: ({ signal }) => get<Items<CardHolder>>(`${inStore(store.id)}/prospects/holders`, {}, signal),
    select: ({ items }) => items,
  });
  const choose = (id: string | null) => setQuery(id ? { from: id } : {});
  const from = query.get('from');
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        <Button component={Link} to="/prospects" variant="default">
          {t('back')}
        </Button>
      </PageTitle>
      {done ? (
        <Done
          done={done}
          again={() => {
            setDone(null);
            choose(null);
          }}
        />
      ) : (
        <QueryView query={holders}>
          {(all) => {
            const chosen = all.find((holder) => keyOf(holder) === from && holder.cards > 0);
            return chosen ? (
              <ShareForm
                key={keyOf(chosen)}
                holder={chosen}
                all={all}
                onBack={() => choose(null)}
                onDone={setDone}
                readAgain={() => holders.refetch()}
              />
            ) : (
              <Holders all={all} onChoose={(holder) => choose(keyOf(holder))} />
            );
          }}
        </QueryView>
      )}
    </>
  );
}

function Holders({ all, onChoose }: { all: CardHolder[]; onChoose: (holder: CardHolder) => void }) {
  const { t } = useTranslation('prospects/handing');
  const bucketName = useBucketName();
  const holding = all.filter(({ cards }) => cards > 0);
  if (holding.length === 0) return <EmptyPanel title={t('nothing')} text={t('nothing_text')} />;
  return (
    <section>
      <h2 className={classes.question}>{t('whose')}</h2>
      <ul className={classes.holders}>
        {holding.map((holder) => (
          <li key={keyOf(holder)}>
            <button type="button" className={classes.holder} onClick={() => onChoose(holder)}>
              <strong>{holder.salesperson?.name ?? t('prospects:nobody')}</strong>
              <span>{t('cards', { count: holder.cards })}</span>
              <span className="quiet">
                {holder.buckets.map(({ bucket, cards }) => `${bucketName(bucket)} ${cards}`).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
