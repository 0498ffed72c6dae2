import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe, useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { Answer } from './Answer';
import { useWaitingLeads, type Lead } from './api';
import classes from './leads.module.css';

/** Leads that one has to answer now, before anything else of the day. */
export function WaitingLeads() {
  return useCan()('prospects.own') ? <Own /> : null;
}

function Own() {
  const { t } = useTranslation('prospects/leads');
  const store = useStore();
  const me = useMe();
  const waiting =
    useWaitingLeads(store.id).data?.filter(({ salesperson }) => salesperson?.id === me.id) ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul className={classes.waiting} aria-label={t('waiting_title')}>
      {waiting.map((lead) => (
        <Line key={lead.id} lead={lead} storeId={store.id} />
      ))}
    </ul>
  );
}

function Line({ lead, storeId }: { lead: Lead; storeId: string }) {
  const { t } = useTranslation('prospects/leads');
  const format = useFormat();
  const name = lead.customer?.name ?? lead.name ?? t('nameless');
  return (
    <li>
      <span>
        <strong>{t('new_lead')}</strong>{' '}
        {lead.card_id ? <Link to={cardAddress({ store_id: storeId, id: lead.card_id })}>{name}</Link> : name}
        {lead.source && <span className="quiet"> · {lead.source}</span>}
        <span> · </span>
        <Answer lead={lead} />
      </span>
      {lead.phone && (
        <Button
          component="a"
          href={`tel:${lead.phone}`}
          variant="light"
          size="xs"
          leftSection={<IconPhone size={14} aria-hidden />}
        >
          {format.phone(lead.phone)}
        </Button>
      )}
    </li>
  );
}
