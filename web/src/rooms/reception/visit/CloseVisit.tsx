import { Button, Group } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { Choices } from '@platform/form/Choices';
import { say } from '@platform/show/toast';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { beginClosing, exclusionBody, filingBody, unfiledBody, type Closing, type Outcome } from './closing';
import { exclude, file, leaveUnfiled, useVisitChange } from '../api';
import { ExclusionForm } from './ExclusionForm';
import { FilingForm } from './FilingForm';
import { UnfiledForm } from './UnfiledForm';
import classes from './visit.module.css';

export type ClosingForm = {
  visit: Visit;
  closing: Closing;
  change: (patch: Partial<Closing>) => void;
  error: unknown;
  busy: boolean;
};

const rights = { filed: 'file', unfiled: 'leave_unfiled', excluded: 'exclude' } as const;

function send(visit: Visit, closing: Closing): Promise<Visit> {
  if (closing.outcome === 'filed') return file(visit, filingBody(closing));
  if (closing.outcome === 'unfiled') return leaveUnfiled(visit, unfiledBody(closing));
  return exclude(visit, exclusionBody(closing));
}

/** One sentence to close: what became of this visit? */
export function CloseVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation('reception');
  const initial = useMemo(() => beginClosing(visit), [visit]);
  const draft = useDraft(`closing.${visit.id}`, initial, visit);
  const closing = draft.value;
  const save = useVisitChange(
    (finished: Closing) => send(visit, finished),
    (after) => {
      draft.clear();
      say(t(`closing.done_${after.standing}`));
    },
  );
  const options = (['filed', 'unfiled', 'excluded'] as const)
    .filter((outcome) => visit.can.includes(rights[outcome]))
    .map((outcome) => ({
      value: outcome,
      label: t(`closing.${outcome}`),
      note: t(`closing.${outcome}_note`),
    }));
  const choose = (outcome: Outcome) => {
    save.reset();
    draft.change({ outcome });
  };
  const form: ClosingForm = { visit, closing, change: draft.change, error: save.error, busy: save.isPending };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(closing);
      }}
    >
      {draft.restored && (
        <Group gap="xs" justify="space-between" className={classes.hint}>
          <span>{t('platform:draft.restored')}</span>
          <Button variant="subtle" color="gray" onClick={draft.clear}>
            {t('platform:draft.discard')}
          </Button>
        </Group>
      )}
      <Choices
        label={t('closing.question')}
        three
        options={options}
        value={closing.outcome}
        onChange={choose}
      />
      {closing.outcome === 'filed' && <FilingForm {...form} />}
      {closing.outcome === 'unfiled' && <UnfiledForm {...form} />}
      {closing.outcome === 'excluded' && <ExclusionForm {...form} />}
    </form>
  );
}
