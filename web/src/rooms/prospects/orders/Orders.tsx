import { Button, Group } from '@mantine/core';
import type { CardPage, Order } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CancelDialog } from './CancelDialog';
import { DeliveryDialog } from './DeliveryDialog';
import { OrderDialog } from './OrderDialog';
import classes from './orders.module.css';

type Opened = 'place' | 'deliver' | 'cancel';

/** What was ordered, and what may be done with it: ordered, delivered and cancelled are three dated events. */
export function Orders({ page: { card, orders, quotes } }: { page: CardPage }) {
  const { t } = useTranslation('prospects/orders');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const may = (act: (typeof card)['can'][number]) => card.can.includes(act);
  if (orders.length === 0 && !may('place_order')) return null;
  return (
    <Section title={t('title')}>
      {orders.length === 0 && <p className="quiet">{t('none')}</p>}
      {orders.map((order) => (
        <OrderLine key={order.id} order={order} storeId={card.store_id} />
      ))}
      <Group gap="xs" mt="sm">
        {may('place_order') && (
          <Button variant="default" onClick={() => setOpened('place')}>
            {t('place')}
          </Button>
        )}
        {may('deliver') && <Button onClick={() => setOpened('deliver')}>{t('deliver')}</Button>}
        {may('cancel_order') && (
          <Button variant="default" onClick={() => setOpened('cancel')}>
            {t('cancel')}
          </Button>
        )}
      </Group>
      {opened === 'place' && <OrderDialog card={card} quotes={quotes} close={close} />}
      {opened === 'deliver' && <DeliveryDialog card={card} close={close} />}
      {opened === 'cancel' && <CancelDialog card={card} close={close} />}
    </Section>
  );
}

function OrderLine({ order, storeId }: { order: Order; storeId: string }) {
  const { t } = useTranslation('prospects/orders');
  const format = useFormat(useStoreById(storeId));
  const car = [order.model?.name, order.colour].filter(Boolean).join(' · ');
  const paid =
    order.deposit > 0 ? t('with_deposit', { deposit: format.money(order.deposit) }) : t('no_deposit');
  const end = order.delivered_at
    ? t('delivered', { day: format.dayTime(order.delivered_at), plate: order.plate ?? '' })
    : order.cancelled_at
      ? t('cancelled', { day: format.dayTime(order.cancelled_at), reason: order.cancel_reason })
      : order.deliver_on
        ? t('promised', { day: format.shortDay(order.deliver_on) })
        : t('no_day');
  return (
    <div className={classes.order}>
      <strong>{car}</strong>
      <div className="numbers">{[format.money(order.price), paid].join(' · ')}</div>
      <div className="quiet">{t('ordered', { day: format.dayTime(order.ordered_at) })}</div>
      <div className={order.cancelled_at ? classes.cancelled : undefined}>{end}</div>
    </div>
  );
}
