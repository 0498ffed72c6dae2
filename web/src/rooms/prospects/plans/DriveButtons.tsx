import { Button, Group } from '@mantine/core';
import type { TestDrive } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import type { Opened } from './Plan';
import classes from './plans.module.css';

/** What may be said of a test drive now. */
export function DriveButtons({ drive, onOpen }: { drive: TestDrive; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation('prospects/plans');
  const whom = drive.customer ?? '';
  if (drive.can.length === 0) return null;
  return (
    <Group gap={6} className={classes.buttons}>
      {drive.can.includes('finish') && (
        <Button
          size="compact-sm"
          variant="light"
          aria-label={`${t('driven')} · ${whom}`}
          onClick={() => onOpen({ kind: 'driven', drive })}
        >
          {t('driven')}
        </Button>
      )}
      {drive.can.includes('edit') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('change_drive')} · ${whom}`}
          onClick={() => onOpen({ kind: 'plan', planned: { storeId: drive.store_id, whom: null, drive } })}
        >
          {t('change_drive')}
        </Button>
      )}
      {drive.can.includes('cancel') && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('cancel_drive')} · ${whom}`}
          onClick={() => onOpen({ kind: 'withdraw', drive })}
        >
          {t('cancel')}
        </Button>
      )}
    </Group>
  );
}
