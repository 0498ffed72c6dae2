import { Button, Group } from '@mantine/core';
import type { Duplicate } from '@platform/api/types';
import { FormProblem } from '@platform/form/FormProblem';
import { newId } from '@platform/id';
import { say, sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { merge, tellApart, useSettling } from './api';
import type { Choice } from './choosing';
import { Compared } from './Compared';
import classes from './duplicates.module.css';

/** Two who may be one, why we think so, and what a merge will do before it is done. */
export function Pair({ pair, storeId }: { pair: Duplicate; storeId: string }) {
  const { t } = useTranslation('prospects/duplicates');
  const [choice, setChoice] = useState<Choice>({});
  const [id] = useState(newId);
  const put = useSettling(() => merge(storeId, pair, id, choice));
  const apart = useSettling(() => tellApart(storeId, pair));
  const names = { first: pair.first.name, second: pair.second.name };
  const reasons = pair.because.map((each) => t(`because.${each}`)).join(t('and'));
  return (
    <section className={classes.pair} aria-label={t('pair', names)}>
      <div className={classes.why}>
        <strong>{reasons}</strong>
        <span className="quiet numbers">{t('score', { score: pair.score })}</span>
      </div>
      <Compared pair={pair} choice={choice} onChoose={(more) => setChoice({ ...choice, ...more })} />
      <p className="quiet">
        {t(pair.both_ordered ? 'both_ordered' : pair.both_open ? 'both_open' : 'consequence')}
      </p>
      <FormProblem error={put.error} shown={[]} />
      <Group gap="xs">
        <Button
          disabled={pair.both_ordered || apart.isPending}
          loading={put.isPending}
          onClick={() => put.mutate(undefined, { onSuccess: () => say(t('merged', names)) })}
        >
          {t('merge')}
        </Button>
        <Button
          variant="default"
          disabled={put.isPending}
          loading={apart.isPending}
          onClick={() =>
            apart.mutate(undefined, {
              onSuccess: () => say(t('apart_done')),
              onError: (error) => sayFailure(error.message),
            })
          }
        >
          {t('apart')}
        </Button>
      </Group>
    </section>
  );
}
