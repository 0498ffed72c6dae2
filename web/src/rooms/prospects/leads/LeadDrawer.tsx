import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { Answer } from './Answer';
import { useLead, type LeadPage } from './api';
import classes from './leads.module.css';

type Props = { storeId: string; id: string | null; onClose: () => void };

/** A lead as it arrived, whatever became of it. */
export function LeadDrawer({ storeId, id, onClose }: Props) {
  const { t } = useTranslation('prospects/leads');
  const phone = useMediaQuery('(max-width: 36em)');
  const lead = useLead(storeId, id);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '88%' : 560}
      title={t('lead')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      {id && <QueryView query={lead}>{(page) => <Shown page={page} storeId={storeId} />}</QueryView>}
    </Drawer>
  );
}

function Shown({ page: { lead, raw }, storeId }: { page: LeadPage; storeId: string }) {
  const { t } = useTranslation('prospects/leads');
  const format = useFormat();
  const me = useMe();
  const mayOpen = useCan()('prospects.read') || lead.salesperson?.id === me.id;
  return (
    <>
      <dl className={classes.facts}>
        <Fact label={t('field.customer')}>{lead.customer?.name ?? lead.name}</Fact>
        <Fact label={t('field.phone')}>
          {lead.phone && (
            <a href={`tel:${lead.phone}`} className="numbers">
              {format.phone(lead.phone)}
            </a>
          )}
        </Fact>
        <Fact label={t('field.email')}>
          {lead.email && <a href={`mailto:${lead.email}`}>{lead.email}</a>}
        </Fact>
        <Fact label={t('field.wants')}>{lead.wants}</Fact>
        <Fact label={t('field.provider')}>{lead.source}</Fact>
        <Fact label={t('field.received')}>{format.dayTime(lead.received_at)}</Fact>
        <Fact label={t('field.salesperson')}>{lead.salesperson?.name}</Fact>
        <Fact label={t('field.moved_from')}>
          {lead.moved_from &&
            (lead.reassigned_at
              ? `${lead.moved_from.name} (${format.time(lead.reassigned_at)})`
              : lead.moved_from.name)}
        </Fact>
        <Fact label={t('field.answer')}>
          <Answer lead={lead} />
        </Fact>
        <Fact label={t('field.responded_by')}>{lead.responded_by?.name}</Fact>
      </dl>
      {lead.card_id && mayOpen && (
        <Button component={Link} to={cardAddress({ store_id: storeId, id: lead.card_id })} variant="light">
          {t('to_card')}
        </Button>
      )}
      {raw && (
        <>
          <h3 className={classes.rawTitle}>{t('raw')}</h3>
          <pre className={classes.raw} tabIndex={0}>
            {raw}
          </pre>
        </>
      )}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
