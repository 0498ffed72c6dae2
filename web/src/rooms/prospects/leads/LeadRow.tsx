import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Answer } from './Answer';
import type { Lead } from './api';
import classes from './leads.module.css';

type Props = { lead: Lead; storeId: string; onOpen: () => void };

/** One lead: who, what they want, who has it, and whether it is answered. */
export function LeadRow({ lead, onOpen }: Props) {
  const { t } = useTranslation('prospects/leads');
  const format = useFormat();
  const me = useMe();
  const seesAll = useCan()('prospects.read');
  const contact = lead.phone ? format.phone(lead.phone) : lead.email;
  const gone = !seesAll && lead.salesperson?.id !== me.id;
  return (
    <div className={classes.row} data-state={lead.state}>
      <div className={classes.who}>
        <button type="button" className={classes.open} onClick={onOpen}>
          {lead.customer?.name ?? lead.name ?? t('nameless')}
        </button>
        <div className="quiet numbers">{contact}</div>
      </div>
      <div className={classes.wants}>
        <div className={classes.clamp}>{lead.wants ?? <span className="quiet">{t('no_wish')}</span>}</div>
        <div className="quiet">
          {[lead.source ?? t('no_provider'), format.dayTime(lead.received_at)].join(' · ')}
        </div>
      </div>
      <div className={classes.end}>
        <Answer lead={lead} />
        <div className="quiet">
          {gone ? t('gone_to', { name: lead.salesperson?.name }) : seesAll && (lead.salesperson?.name ?? '')}
        </div>
        {lead.reassigned_at && !gone && lead.moved_from && (
          <div className="quiet">{t('came_from', { name: lead.moved_from.name })}</div>
        )}
      </div>
    </div>
  );
}
