import { Button } from '@mantine/core';
import { IconPencil, IconPhone } from '@tabler/icons-react';
import type { Customer } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { Section } from '@platform/show/Section';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './customers.module.css';
import { IdentityForm } from './IdentityForm';

export function IdentityView({ customer }: { customer: Customer }) {
  const { t } = useTranslation('prospects');
  const [editing, setEditing] = useState(false);
  const edit = (
    <Button
      variant="subtle"
      leftSection={<IconPencil size={16} aria-hidden />}
      onClick={() => setEditing(true)}
    >
      {t('customer.edit')}
    </Button>
  );
  return (
    <Section title={t('customer.identity')} aside={editing ? undefined : edit}>
      {customer.partial && <p className={classes.partial}>{t('customer.partial')}</p>}
      {editing ? (
        <IdentityForm customer={customer} onDone={() => setEditing(false)} />
      ) : (
        <Facts customer={customer} />
      )}
    </Section>
  );
}

function Facts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const shown = customer.phone && (customer.phone_display ?? format.phone(customer.phone));
  return (
    <dl className={classes.facts}>
      {customer.phone && (
        <>
          <dt>{t('field.phone')}</dt>
          <dd className="numbers">
            {shown}{' '}
            <Button
              component="a"
              href={`tel:${customer.phone}`}
              variant="light"
              ml="xs"
              size="xs"
              leftSection={<IconPhone size={14} aria-hidden />}
            >
              {t('customer.call')}
            </Button>
          </dd>
        </>
      )}
      <Fact label={t('field.wechat')} text={customer.wechat} />
      {customer.email && (
        <>
          <dt>{t('field.email')}</dt>
          <dd>
            <a href={`mailto:${customer.email}`}>{customer.email}</a>
          </dd>
        </>
      )}
      <Fact label={t('field.sex')} text={customer.sex && t(`sex.${customer.sex}`)} />
      <Fact label={t('field.plate')} text={customer.plate} />
      <Fact label={t('customer.since')} text={format.day(format.dayOf(customer.created_at))} />
    </dl>
  );
}

function Fact({ label, text }: { label: string; text: string | null }) {
  if (!text) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
