import { Button, Group } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Visit } from '@platform/api/types';
import { minutesBetween } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStoreById } from '@platform/session/session';
import { sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { depart, reopen, useVisitChange } from '../api';
import { ConfirmButtons } from '../today/ToConfirm';
import { StandingMark } from '../visits/StandingMark';
import { HandOverDialog } from './HandOverDialog';
import classes from './visit.module.css';

/** What the system already knows, and what may be done besides closing. */
export function VisitHead({ visit, onEdit }: { visit: Visit; onEdit?: () => void }) {
  const { t } = useTranslation('reception');
  const format = useFormat(useStoreById(visit.store_id));
  const now = useNow();
  const [handing, setHanding] = useState(false);
  const change = useVisitChange((act: 'depart' | 'reopen') =>
    act === 'depart' ? depart(visit) : reopen(visit),
  );
  const run = (act: 'depart' | 'reopen') =>
    change.mutate(act, { onError: (error) => sayFailure(error.message) });
  const minutes = visit.minutes ?? minutesBetween(visit.arrived_at, now);
  const left = visit.left_at ? format.time(visit.left_at) : t('visit.still_here');
  const facts = [
    visit.customer ? t(`way.${visit.way}`) : null,
    t(`occasion.${visit.occasion}`),
    visit.kind === 'visit' ? t('visit.people', { count: visit.party_size }) : null,
    visit.salesperson?.name ?? t('visit.nobody'),
  ];
  return (
    <div className={classes.head}>
      <div>
        <StandingMark visit={visit} /> <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>
      </div>
      <div className="numbers">
        {format.dayTime(visit.arrived_at)} – {left} ·{' '}
        <strong className={visit.overdue && visit.standing === 'open' ? 'overdue' : undefined}>
          {format.span(minutes)}
        </strong>
      </div>
      <Group gap="xs" mt={8}>
        {visit.can.includes('depart') && !visit.left_at && (
          <Button variant="default" loading={change.isPending} onClick={() => run('depart')}>
            {visit.kind === 'call' ? t('door.hung_up') : t('door.left')}
          </Button>
        )}
        {visit.can.includes('hand_over') && (
          <Button variant="default" onClick={() => setHanding(true)}>
            {t('visit.hand_over')}
          </Button>
        )}
        {visit.can.includes('edit') && onEdit && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
            {t('visit.edit')}
          </Button>
        )}
        {visit.can.includes('reopen') && (
          <Button variant="default" loading={change.isPending} onClick={() => run('reopen')}>
            {t('visit.reopen')}
          </Button>
        )}
      </Group>
      {visit.standing === 'exclusion_asked' && <ConfirmButtons visit={visit} />}
      {handing && <HandOverDialog visit={visit} close={() => setHanding(false)} />}
    </div>
  );
}
