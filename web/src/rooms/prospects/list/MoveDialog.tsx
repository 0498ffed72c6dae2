import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { isConflict } from '@platform/api/problem';
import type { Card, Grade } from '@platform/api/types';
import { FormProblem } from '@platform/form/FormProblem';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editCard, useCardChange } from '../api';
import { beginEditing, editBody } from '../cards/editing';

export type Move = { card: Card; grade: Grade };

/** A grade that does not follow from the day needs a reason: a card that was dragged is asked for it before it moves. */
export function MoveDialog({ move: { card, grade }, close }: { move: Move; close: () => void }) {
  const { t } = useTranslation('prospects/list');
  const labels = useGradeLabels(card.store_id);
  const [reason, setReason] = useState('');
  const save = useCardChange(
    (current: Card) =>
      editCard(current, editBody({ ...beginEditing(current), grade, grade_reason: reason }), current.version),
    () => {
      say(t('moved', { name: card.customer.name, grade: labels[grade] }));
      close();
    },
  );
  // Somebody has edited the card meanwhile: what they wrote stays, only the grade is another one.
  const theirs = isConflict(save.error) ? (save.error.current as Card | undefined) : undefined;
  return (
    <Modal
      opened
      onClose={close}
      title={t('move_title', { name: card.customer.name, from: labels[card.grade], to: labels[grade] })}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) save.mutate(theirs ?? card);
        }}
      >
        <Stack>
          <TextInput
            label={t('move_reason')}
            description={t('move_note')}
            value={reason}
            maxLength={200}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {theirs ? <p className="due">{t('move_conflict')}</p> : <FormProblem error={save.error} />}
          <Button type="submit" disabled={!reason.trim()} loading={save.isPending}>
            {t('move_do', { grade: labels[grade] })}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
