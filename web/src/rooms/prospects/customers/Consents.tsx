import { Button } from '@mantine/core';
import type { Customer, Purpose } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { saveConsent, useCustomerChange } from '../api';
import classes from './customers.module.css';

const purposes: Purpose[] = ['follow_up', 'marketing'];

/** Withdrawing is as easy as giving. */
export function Consents({ customer }: { customer: Customer }) {
  return purposes.map((purpose) => <ConsentRow key={purpose} customer={customer} purpose={purpose} />);
}

function ConsentRow({ customer, purpose }: { customer: Customer; purpose: Purpose }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  // The list is a history: what was said last holds.
  const last = customer.consents
    .filter((each) => each.purpose === purpose)
    .sort((a, b) => b.at.localeCompare(a.at))[0];
  const given = last?.given ?? false;
  const change = useCustomerChange((next: boolean) => saveConsent(customer, purpose, next), customer);
  return (
    <div className={classes.consent}>
      <div>
        <div>{t(`purpose.${purpose}`)}</div>
        <div className="quiet">
          {last
            ? t(given ? 'consent.given' : 'consent.withdrawn', {
                when: format.day(format.dayOf(last.at)),
                name: last.by?.name ?? '',
              })
            : t('consent.never')}
        </div>
      </div>
      <Button
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate(!given, { onError: (error) => sayFailure(error.message) })}
      >
        {given ? t('consent.withdraw') : t('consent.give')}
      </Button>
    </div>
  );
}
