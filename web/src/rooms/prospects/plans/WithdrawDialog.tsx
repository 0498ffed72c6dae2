import type { Appointment, TestDrive } from '@platform/api/types';
import { ReasonDialog } from '@platform/form/ReasonDialog';
import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { disinvite, giveBack, usePlanChange } from './api';

type Props = { appointment?: Appointment; drive?: TestDrive; onClose: () => void };

/** Nobody comes, or nobody drives: the car is free again, and why is worth a line. */
export default function WithdrawDialog({ appointment, drive, onClose }: Props) {
  const { t } = useTranslation('prospects/plans');
  const title = t(drive ? 'cancel_drive' : 'cancel_appointment');
  const withdraw = usePlanChange(
    async (reason: string) => {
      const why = reason || null;
      if (drive) return void (await giveBack(drive, why));
      if (appointment) await disinvite(appointment, why);
    },
    () => {
      say(t(drive ? 'drive_cancelled' : 'appointment_cancelled'));
      onClose();
    },
  );
  return (
    <ReasonDialog
      title={title}
      text={t(drive ? 'cancel_drive_text' : 'cancel_appointment_text')}
      label={t('reason')}
      action={title}
      optional
      step={withdraw}
      close={onClose}
    />
  );
}
