import type { KnownCustomer, Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import classes from './visit.module.css';

/** Said before saving, so that nobody is surprised that no new customer appears. */
export function KnownHint({ known, visit }: { known: KnownCustomer | undefined; visit: Visit }) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  if (!known) return null;
  const { customer } = known;
  if (!customer || customer.id === visit.customer?.id) {
    return (
      <p className="quiet" role="status">
        {customer ? t('known.same') : t('known.new', { phone: known.phone ? format.phone(known.phone) : '' })}
      </p>
    );
  }
  return (
    <div className={classes.known} role="status">
      <strong>{t('known.title', { name: customer.name })}</strong>
      <div>
        {[
          customer.salesperson ? t('known.with', { name: customer.salesperson.name }) : null,
          t('known.visits', { count: customer.visits }),
          customer.last_visit_at
            ? t('known.last', { when: format.shortDay(format.dayOf(customer.last_visit_at)) })
            : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <div>{t('known.consequence')}</div>
    </div>
  );
}
