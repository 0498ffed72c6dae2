import { useFormat } from '@platform/format/useFormat';
import { Section } from '@platform/show/Section';
import { useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import classes from './board.module.css';
import type { Board } from './types';

/** Leads that nobody has answered within the store's last limit: the manager's, until somebody has. */
export function LeadsLeftAlone({ leads }: { leads: Board['leads'] }) {
  const { t } = useTranslation('prospects/board');
  const store = useStore();
  const format = useFormat();
  if (leads.length === 0) return null;
  return (
    <Section title={t('leads')} count={leads.length}>
      <ul className={classes.lines}>
        {leads.map((lead) => (
          <li key={lead.id}>
            <div className={`${classes.line} ${classes.bare}`}>
              <div className={classes.lineText}>
                {lead.card_id ? (
                  <Link to={cardAddress({ store_id: store.id, id: lead.card_id })}>
                    {lead.customer?.name ?? lead.name}
                  </Link>
                ) : (
                  lead.name
                )}
                <div className="quiet">
                  {[lead.source, lead.salesperson?.name ?? t('prospects:nobody')].filter(Boolean).join(' · ')}
                </div>
              </div>
              <div className={`${classes.lineEnd} overdue`}>
                {t('since', { when: format.dayTime(lead.received_at) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <p className={classes.unclosedLink}>
        <Link to="/leads?state=breached">{t('to_leads')}</Link>
      </p>
    </Section>
  );
}
