import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './handing.module.css';
import type { Reason } from './types';

type Props = {
  name: string;
  reason: Reason;
  moving: number;
  people: number;
  busy: boolean;
  run: () => void;
  close: () => void;
};

/** Once more before many cards move at once. */
export function Confirming({ name, reason, moving, people, busy, run, close }: Props) {
  const { t } = useTranslation('prospects/handing');
  return (
    <Modal
      opened
      onClose={close}
      title={t('confirm', { name, count: moving })}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <Stack>
        <p className={classes.plain}>{t('confirm_text', { count: people })}</p>
        {reason === 'leaving' && <p className={classes.warning}>{t('leaving_note', { name })}</p>}
        <Group>
          <Button color={reason === 'leaving' ? 'red' : undefined} loading={busy} onClick={run}>
            {t(reason === 'leaving' ? 'do_leaving' : 'do')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
