import { isConflict } from '@platform/api/problem';
import type { Visit } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { ConflictDialog } from '@platform/form/ConflictDialog';
import { FormProblem } from '@platform/form/FormProblem';
import { SaveOrLeave } from '@platform/form/SaveOrLeave';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { edit, useVisitChange, visitKey } from '../api';
import { EditFields, shownFields } from './EditFields';
import { beginEditing, editBody, edited } from './editing';
import { useVisitFacts } from './useVisitFacts';
import classes from './visit.module.css';

export function EditVisit({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { t } = useTranslation('reception');
  const client = useQueryClient();
  const initial = useMemo(() => beginEditing(visit), [visit]);
  const draft = useDraft(`visit.${visit.id}`, initial, visit);
  const leave = () => {
    draft.clear();
    onDone();
  };
  const facts = useVisitFacts(visit.store_id);
  const save = useVisitChange(
    (version: number) => edit(visit, editBody(draft.value), version),
    () => {
      say(t('visit.saved'));
      leave();
    },
  );
  const conflict = isConflict(save.error) ? (save.error.current as Visit | undefined) : undefined;

  const compare = (theirs: Visit) => {
    const other = facts(theirs);
    return facts(edited(visit, draft.value)).map((fact, at) => ({
      label: fact.label,
      mine: fact.text,
      theirs: other[at]?.text ?? null,
    }));
  };
  const takeTheirs = (theirs: Visit) => {
    client.setQueryData(visitKey(visit.store_id, visit.id), theirs);
    leave();
  };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft.value.version);
      }}
    >
      {draft.restored && <p className={classes.hint}>{t('platform:draft.restored')}</p>}
      <EditFields visit={visit} value={draft.value} change={draft.change} error={save.error} />
      {!conflict && <FormProblem error={save.error} shown={shownFields} />}
      <SaveOrLeave saving={save.isPending} leave={leave} />
      {conflict && (
        <ConflictDialog
          fields={compare(conflict)}
          busy={save.isPending}
          keepMine={() => save.mutate(conflict.version)}
          takeTheirs={() => takeTheirs(conflict)}
          close={() => save.reset()}
        />
      )}
    </form>
  );
}
