import { Button, Modal, Stack, Textarea } from '@mantine/core';
import type { Appointment, TestDrive } from '@platform/api/types';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disinvite, giveBack, usePlanChange } from './api';

type Props = { appointment?: Appointment; drive?: TestDrive; onClose: () => void };

/** Nobody comes, or nobody drives: the car is free again, and why is worth a line. */
export default function WithdrawDialog({ appointment, drive, onClose }: Props) {
  const { t } = useTranslation('prospects/plans');
  const [reason, setReason] = useState('');
  const title = t(drive ? 'cancel_drive' : 'cancel_appointment');
  const withdraw = usePlanChange(
    async () => {
      const why = reason.trim() || null;
      if (drive) return void (await giveBack(drive, why));
      if (appointment) await disinvite(appointment, why);
    },
    () => {
      say(t(drive ? 'drive_cancelled' : 'appointment_cancelled'));
      onClose();
    },
  );
  const errorAt = useFieldErrors(withdraw.error, { reason });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <Stack>
        <p className="quiet">{t(drive ? 'cancel_drive_text' : 'cancel_appointment_text')}</p>
        <Textarea
          label={t('reason')}
          maxLength={200}
          autosize
          value={reason}
          error={errorAt('/reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormProblem error={withdraw.error} shown={['/reason']} />
        <Button color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {title}
        </Button>
      </Stack>
    </Modal>
  );
}
