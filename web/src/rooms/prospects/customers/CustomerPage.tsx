import type { Customer } from '@platform/api/types';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCustomer } from '../api';
import { CardRow } from '../CardRow';
import shared from '../prospects.module.css';
import { Consents } from './Consents';
import classes from './customers.module.css';
import { IdentityView } from './IdentityView';
import { VisitTimeline } from './VisitTimeline';

export default function CustomerPage() {
  const { storeId = '', customerId = '' } = useParams();
  const customer = useCustomer(storeId, customerId);
  return <QueryView query={customer}>{(data) => <CustomerView key={data.id} customer={data} />}</QueryView>;
}

function CustomerView({ customer }: { customer: Customer }) {
  const { t } = useTranslation('prospects');
  const charge = customer.salesperson ? t('customer.with', { name: customer.salesperson.name }) : t('nobody');
  return (
    <>
      <PageTitle title={customer.name} note={charge} />
      <div className={classes.columns}>
        <div>
          <IdentityView customer={customer} />
          <Section title={t('customer.consents')} note={t('customer.consents_note')}>
            <Consents customer={customer} />
          </Section>
        </div>
        <div>
          <Section title={t('customer.card')}>
            {customer.card ? (
              <div className={shared.list}>
                <CardRow card={customer.card} />
              </div>
            ) : (
              <p className="quiet">{t('customer.no_card')}</p>
            )}
          </Section>
          <Section title={t('customer.visits')} count={customer.visits.length}>
            {customer.visits.length > 0 ? (
              <VisitTimeline visits={customer.visits} />
            ) : (
              <EmptyPanel title={t('customer.no_visits')} text={t('customer.no_visits_text')} />
            )}
          </Section>
        </div>
      </div>
    </>
  );
}
