import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useTranslation } from 'react-i18next';
import type { Lead } from './api';

/** How soon somebody answered, or how long there is left to. */
export function Answer({ lead }: { lead: Lead }) {
  const { t } = useTranslation('prospects/leads');
  const format = useFormat();
  const now = useNow();
  if (lead.state === 'refused') return <span className="quiet">{t(`fault.${lead.fault}`)}</span>;
  if (lead.state === 'repeated') return <span className="quiet">{t('state.repeated')}</span>;
  if (lead.state === 'answered') {
    if (lead.response_minutes === null) return <span className="quiet">{t('state.answered')}</span>;
    if (lead.response_minutes === 0) return <span>{t('answered_at_once')}</span>;
    const span = format.span(lead.response_minutes);
    return <span className={lead.in_time ? undefined : 'due'}>{t('answered_after', { span })}</span>;
  }
  if (lead.state === 'breached' || !lead.target_at) return <span className="overdue">{t('unanswered')}</span>;
  const left = Date.parse(lead.target_at) - now;
  if (left < 0) return <span className="overdue">{t('past_target')}</span>;
  return <span className="due">{t('answer_by', { time: format.time(lead.target_at) })}</span>;
}
