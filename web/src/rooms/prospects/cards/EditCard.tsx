import { isConflict } from '@platform/api/problem';
import type { Card, CardPage } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { ConflictDialog } from '@platform/form/ConflictDialog';
import { FormProblem } from '@platform/form/FormProblem';
import { SaveOrLeave } from '@platform/form/SaveOrLeave';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cardKey, editCard, useCardChange } from '../api';
import classes from './cards.module.css';
import { EditFields, shownFields } from './EditFields';
import { beginEditing, editBody, edited } from './editing';
import { useCardFacts } from './useCardFacts';

export function EditCard({ card, onDone }: { card: Card; onDone: () => void }) {
  const { t } = useTranslation('prospects/cards');
  const client = useQueryClient();
  const initial = useMemo(() => beginEditing(card), [card]);
  const draft = useDraft(`card.${card.id}`, initial);
  const leave = () => {
    draft.clear();
    onDone();
  };
  const facts = useCardFacts(card.store_id);
  const save = useCardChange(
    (version: number) => editCard(card, editBody(draft.value), version),
    () => {
      say(t('saved'));
      leave();
    },
  );
  const conflict = isConflict(save.error) ? (save.error.current as Card | undefined) : undefined;

  const compare = (theirs: Card) => {
    const other = facts(theirs);
    return facts(edited(card, draft.value)).map((fact, at) => ({
      label: fact.label,
      mine: fact.text,
      theirs: other[at]?.text ?? null,
    }));
  };
  const takeTheirs = (theirs: Card) => {
    const key = cardKey(card.store_id, card.id);
    client.setQueryData<CardPage>(key, (page) => page && { ...page, card: theirs });
    void client.invalidateQueries({ queryKey: key });
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
      <EditFields card={card} value={draft.value} change={draft.change} error={save.error} />
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
