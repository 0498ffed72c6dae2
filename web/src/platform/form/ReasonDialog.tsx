import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldErrors } from './fieldErrors';
import { FormProblem } from './FormProblem';

type Props = {
  title: string;
  /** What follows from it. */
  text: string;
  label: string;
  /** What the button says. */
  action: string;
  /** Whether nothing may be said. */
  optional?: boolean;
  step: { mutate: (reason: string) => void; isPending: boolean; error: Error | null };
  close: () => void;
};

/** Something is taken back, and why stands on it from then on. */
export function ReasonDialog({ title, text, label, action, optional = false, step, close }: Props) {
  const { t } = useTranslation('platform');
  const [reason, setReason] = useState('');
  const errorAt = useFieldErrors(step.error, { reason });
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <p className="quiet">{text}</p>
        <Textarea
          label={label}
          maxLength={200}
          autosize
          value={reason}
          error={errorAt('/reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormProblem error={step.error} shown={['/reason']} />
        <Button
          color="red"
          disabled={!optional && reason.trim() === ''}
          loading={step.isPending}
          onClick={() => step.mutate(reason.trim())}
        >
          {action}
        </Button>
      </Stack>
    </Modal>
  );
}
