import { Button, Group, MultiSelect } from '@mantine/core';
import { inStore, post } from '@platform/api/client';
import { Problem } from '@platform/api/problem';
import { Choices } from '@platform/form/Choices';
import { FormProblem } from '@platform/form/FormProblem';
import { newId } from '@platform/id';
import { useStore } from '@platform/session/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCardsAgain } from '../api';
import { GradeMark } from '../GradeMark';
import { Confirming } from './Confirming';
import classes from './handing.module.css';
import { PreviewTable } from './PreviewTable';
import { buckets, cardsOf, previewOf, requestOf, restOf, type Plan } from './sharing';
import { Singly } from './Singly';
import type { Bucket, CardHolder, Reason, Reassignment } from './types';
import { useBucketName } from './useBucketName';

type Props = {
  holder: CardHolder;
  all: CardHolder[];
  onBack: () => void;
  onDone: (done: Reassignment) => void;
  readAgain: () => Promise<unknown>;
};

const reasons: Reason[] = ['ill', 'leaving', 'other'];

export function ShareForm({ holder, all, onBack, onDone, readAgain }: Props) {
  const { t } = useTranslation('prospects/handing');
  const store = useStore();
  const bucketName = useBucketName();
  const client = useQueryClient();
  // A wizard that is sent twice, because the first answer was lost, is one reassignment.
  const [id] = useState(newId);
  const [reason, setReason] = useState<Reason>('ill');
  const [plan, setPlan] = useState<Plan>({ to: {}, singly: {} });
  const [asking, setAsking] = useState(false);
  const takers = all.filter(
    (each) => each.sells_here && each.salesperson && each.salesperson.id !== holder.salesperson?.id,
  );
  const kinds = buckets.filter((bucket) => cardsOf(holder, bucket) > 0);
  const preview = previewOf(holder, plan);
  const moving = [...preview.given.values()].reduce((sum, cards) => sum + cards, 0);
  const send = useMutation({
    mutationFn: () =>
      post<Reassignment>(`${inStore(store.id)}/prospects/reassignments`, requestOf(id, holder, plan, reason)),
    onSuccess: async (done) => {
      onDone(done);
      await readCardsAgain(client);
    },
    onError: (error) => {
      setAsking(false);
      if (error instanceof Problem && error.code === 'cards_have_changed') void readAgain();
    },
  });
  const name = holder.salesperson?.name ?? t('prospects:nobody');
  const leftBehind = reason === 'leaving' && preview.staying > 0;
  const give = (bucket: Bucket, to: string[]) => setPlan({ ...plan, to: { ...plan.to, [bucket]: to } });
  const people = takers.flatMap(({ salesperson }) => salesperson ?? []);
  const options = people.map((each) => ({ value: each.id, label: each.name }));
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <div className={classes.chosen}>
        <h2 className={classes.question}>{t('cards_of', { name, count: holder.cards })}</h2>
        <Button variant="subtle" onClick={onBack}>
          {t('somebody_else')}
        </Button>
      </div>
      {holder.salesperson && (
        <>
          <Choices<Reason>
            label={t('why')}
            options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            value={reason}
            onChange={setReason}
          />
          {reason === 'leaving' && <p className={classes.warning}>{t('leaving_note', { name })}</p>}
        </>
      )}
      <fieldset className={classes.kinds}>
        <legend>{t('to_whom')}</legend>
        <p className="quiet">{t('to_whom_note')}</p>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            setPlan({
              ...plan,
              to: Object.fromEntries(kinds.map((kind) => [kind, people.map((each) => each.id)])),
            })
          }
        >
          {t('share_all')}
        </Button>
        {kinds.map((bucket) => (
          <div key={bucket} className={classes.kind}>
            <span className={classes.kindName}>
              {bucket === 'ordered' ? <strong>{bucketName(bucket)}</strong> : <GradeMark grade={bucket} />}
              {t('cards', { count: restOf(holder, plan, bucket) })}
            </span>
            <MultiSelect
              aria-label={t('takers_of', { kind: bucketName(bucket) })}
              placeholder={plan.to[bucket]?.length ? undefined : t('stay')}
              data={options}
              value={plan.to[bucket] ?? []}
              searchable
              clearable
              onChange={(to) => give(bucket, to)}
            />
          </div>
        ))}
      </fieldset>
      <Singly holder={holder} people={people} plan={plan} onChange={setPlan} />
      <PreviewTable holder={holder} all={all} preview={preview} />
      {leftBehind && <p className="overdue">{t('left_behind', { name, count: preview.staying })}</p>}
      <FormProblem error={send.error} />
      <Group>
        <Button type="submit" size="md" disabled={moving === 0 || leftBehind}>
          {t('go_on', { count: moving })}
        </Button>
      </Group>
      {asking && (
        <Confirming
          name={name}
          reason={reason}
          moving={moving}
          people={preview.given.size}
          busy={send.isPending}
          run={() => send.mutate()}
          close={() => setAsking(false)}
        />
      )}
    </form>
  );
}
