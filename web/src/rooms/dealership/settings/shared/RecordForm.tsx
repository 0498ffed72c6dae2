import { Button, Group, Stack } from '@mantine/core';
import { isConflict } from '@platform/api/problem';
import { useDraft } from '@platform/drafts/drafts';
import { ConflictDialog } from '@platform/form/ConflictDialog';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

export type Compared = { label: string; text: string };

type Handle<F> = {
  value: F;
  change: (patch: Partial<F>) => void;
  errorAt: (pointer: string) => string | undefined;
};

type Props<F extends object, R extends object> = {
  /** Names the draft. */
  name: string;
  initial: F;
  /** Where the edit starts from; left out for something new. */
  version?: number;
  save: (value: F, version?: number) => Promise<R>;
  /** The record as this form shows it, and a form in words: the two together tell a conflict. */
  read?: (record: R) => F;
  compare?: (value: F) => Compared[];
  /** Pointers whose errors stand at their fields. */
  shown: string[];
  /** After saving, or after taking what somebody else saved. */
  done: (record: R, saved: boolean) => void;
  /** Something may have been saved although no answer came back. */
  settled?: () => void;
  cancel: () => void;
  saveLabel?: string;
  children: (form: Handle<F>) => ReactNode;
};

/** A form of one record: keeps its draft, puts errors at their fields, and asks when somebody else was faster. */
export function RecordForm<F extends object, R extends object>(props: Props<F, R>) {
  const { t } = useTranslation('platform');
  const draft = useDraft<F & { version?: number }>(props.name, { ...props.initial, version: props.version });
  const { version: begun, ...rest } = draft.value;
  const value = rest as unknown as F;
  const save = useMutation({
    mutationFn: (version?: number) => props.save(value, version),
    onSuccess: (record) => {
      draft.clear();
      props.done(record, true);
    },
    onSettled: props.settled,
  });
  const errorAt = useFieldErrors(save.error, value);
  const theirs = isConflict(save.error) ? (save.error.current as (R & { version: number }) | null) : null;
  const change = draft.change as (patch: Partial<F>) => void;
  const leave = () => {
    draft.clear();
    props.cancel();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A form inside a drawer inside a page: only this one is meant.
        event.stopPropagation();
        save.mutate(begun);
      }}
    >
      <Stack gap="md">
        {draft.restored && <p className={classes.hint}>{t('draft.restored')}</p>}
        {props.children({ value, change, errorAt })}
        {!theirs && <FormProblem error={save.error} shown={props.shown} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {props.saveLabel ?? t('save')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t(draft.restored ? 'draft.discard' : 'cancel')}
          </Button>
        </Group>
      </Stack>
      {theirs && props.read && props.compare && (
        <ConflictDialog
          fields={differences(props.compare(value), props.compare(props.read(theirs)))}
          busy={save.isPending}
          keepMine={() => save.mutate(theirs.version)}
          takeTheirs={() => {
            draft.clear();
            props.done(theirs, false);
          }}
          close={() => save.reset()}
        />
      )}
    </form>
  );
}

function differences(mine: Compared[], theirs: Compared[]) {
  return mine.map(({ label, text }, at) => ({
    label,
    mine: text || null,
    theirs: theirs[at]?.text || null,
  }));
}
