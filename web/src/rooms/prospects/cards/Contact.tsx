import { Button, Group } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe } from '@platform/session/session';
import { CopyButton } from '@platform/show/CopyButton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './cards.module.css';

/** How to reach them: a call is one tap away, WeChat a copy and a paste. */
export function Contact({ card, phone: shown }: { card: Card; phone: string | null }) {
  const { t } = useTranslation('prospects/cards');
  const format = useFormat();
  const can = useCan();
  const me = useMe();
  const { id, phone, wechat, email } = card.customer;
  const mayOpen = can('customers.read') || (can('customers.own') && card.salesperson?.id === me.id);
  return (
    <Group className={classes.contact} gap="xs">
      {phone && (
        <Button
          component="a"
          href={`tel:${phone}`}
          variant="light"
          className="numbers"
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {shown ?? format.phone(phone)}
        </Button>
      )}
      {wechat && <CopyButton text={wechat} label={t('wechat', { wechat })} />}
      {email && (
        <Button
          component="a"
          href={`mailto:${email}`}
          variant={phone ? 'subtle' : 'light'}
          leftSection={<IconMail size={18} aria-hidden />}
          aria-label={t('email', { email })}
        >
          {email}
        </Button>
      )}
      {!phone && !wechat && !email && <span className="quiet">{t('no_contact')}</span>}
      {mayOpen && <Link to={`/stores/${card.store_id}/customers/${id}`}>{t('to_customer')}</Link>}
    </Group>
  );
}
