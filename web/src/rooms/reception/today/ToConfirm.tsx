import { Button } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { confirmExclusion, rejectExclusion, useReasons, useVisitChange } from '../api';
import { labelOf } from '../visits/labels';
import { VisitRow } from '../visits/VisitRow';
import rows from '../visits/visits.module.css';
import classes from './today.module.css';

/** Nobody takes a visitor out of the count alone. */
export function ToConfirm({ visits, storeId }: { visits: Visit[]; storeId: string }) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const kinds = useReasons(storeId, 'exclusion');
  return (
    <div className={rows.list}>
      {visits.map((visit) => (
        <div key={visit.id} className={classes.confirm}>
          <VisitRow
            visit={visit}
            reason={t('exclusion.asked_by', {
              kind: labelOf(kinds.data, visit.exclusion_code, format.label) ?? '',
              name: visit.exclusion_asked_by?.name ?? '',
            })}
          />
          <ConfirmButtons visit={visit} />
        </div>
      ))}
    </div>
  );
}

export function ConfirmButtons({ visit }: { visit: Visit }) {
  const { t } = useTranslation('reception');
  const decide = useVisitChange((act: 'confirm' | 'reject') =>
    act === 'confirm' ? confirmExclusion(visit) : rejectExclusion(visit),
  );
  const run = (act: 'confirm' | 'reject') =>
    decide.mutate(act, { onError: (error) => sayFailure(error.message) });
  return (
    <div className={classes.buttons}>
      {visit.can.includes('confirm_exclusion') && (
        <Button
          variant="light"
          loading={decide.isPending && decide.variables === 'confirm'}
          onClick={() => run('confirm')}
        >
          {t('exclusion.confirm')}
        </Button>
      )}
      {visit.can.includes('reject_exclusion') && (
        <Button
          variant="default"
          loading={decide.isPending && decide.variables === 'reject'}
          onClick={() => run('reject')}
        >
          {t('exclusion.reject')}
        </Button>
      )}
    </div>
  );
}
