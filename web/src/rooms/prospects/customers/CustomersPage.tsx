import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { address, inStore } from '@platform/api/client';
import type { CustomerRow } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import shared from '../prospects.module.css';
import classes from './customers.module.css';

export default function CustomersPage() {
  const { t } = useTranslation('prospects');
  const store = useStore();
  const can = useCan();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const customers = usePages<CustomerRow>(['customers', store.id], `${inStore(store.id)}/customers`, { q });
  return (
    <>
      <PageTitle title={t('customers.title')}>
        {can('exports.run') && (
          <Button
            component="a"
            variant="default"
            href={address(`${inStore(store.id)}/customers.csv`)}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('customers.csv')}
          </Button>
        )}
      </PageTitle>
      <TextInput
        type="search"
        aria-label={t('customers.search')}
        placeholder={t('customers.search')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        className={classes.search}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <PagedList
        pages={customers}
        empty={
          q ? (
            <EmptyPanel title={t('customers.none_found')} text={t('customers.none_found_text')} />
          ) : (
            <EmptyPanel title={t('customers.empty')} text={t('customers.empty_text')} />
          )
        }
      >
        {(items) => (
          <div className={shared.list}>
            {items.map((customer) => (
              <Row key={customer.id} customer={customer} storeId={store.id} />
            ))}
          </div>
        )}
      </PagedList>
    </>
  );
}

function Row({ customer, storeId }: { customer: CustomerRow; storeId: string }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const contact = customer.phone
    ? format.phone(customer.phone)
    : customer.wechat
      ? t('customers.by_wechat', { wechat: customer.wechat })
      : customer.email;
  const day = (instant: string) => format.shortDay(format.dayOf(instant));
  const last = customer.last_visit_at
    ? t('customers.last_visit', { when: day(customer.last_visit_at) })
    : t('customers.since', { when: day(customer.created_at) });
  return (
    <div className={`${shared.row} ${classes.row}`}>
      <div>
        <Link className={shared.rowLink} to={`/stores/${storeId}/customers/${customer.id}`}>
          {customer.name}
        </Link>
        <div className="quiet numbers">{[contact, customer.plate].filter(Boolean).join(' · ')}</div>
      </div>
      <div className={shared.when}>
        <div>{customer.salesperson?.name ?? t('nobody')}</div>
        <div className="quiet">{last}</div>
      </div>
    </div>
  );
}
