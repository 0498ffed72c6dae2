import { Button } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { History } from './History';
import { useVisitFacts } from './useVisitFacts';
import classes from './visit.module.css';

export function VisitDetails({ visit }: { visit: Visit }) {
  const { t } = useTranslation('reception');
  const can = useCan();
  const format = useFormat();
  const facts = useVisitFacts(visit.store_id)(visit).filter((fact) => fact.text !== null);
  return (
    <>
      <dl className={classes.facts}>
        {visit.customer && (
          <>
            <dt>{t('field.customer')}</dt>
            <dd>
              {can('customers.read', 'customers.own') ? (
                <Link to={`/stores/${visit.store_id}/customers/${visit.customer.id}`}>
                  {visit.customer.name}
                </Link>
              ) : (
                visit.customer.name
              )}{' '}
              {visit.customer.phone && (
                <span className="quiet numbers">{format.phone(visit.customer.phone)}</span>
              )}
            </dd>
          </>
        )}
        {facts.map((fact) => (
          <Fact key={fact.key} label={fact.label} text={fact.text ?? ''} />
        ))}
        {visit.exclusion_asked_by && (
          <Fact label={t('exclusion.asked')} text={visit.exclusion_asked_by.name} />
        )}
        {visit.exclusion_confirmed_by && (
          <Fact label={t('exclusion.confirmed')} text={visit.exclusion_confirmed_by.name} />
        )}
        {visit.closed_at && <Fact label={t('field.closed_at')} text={format.dayTime(visit.closed_at)} />}
      </dl>
      {can('audit.read') && <History visit={visit} />}
      <Button component={Link} to="/today" variant="default" mt="md">
        {t('visit.to_today')}
      </Button>
    </>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
