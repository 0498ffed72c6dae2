import { Button } from '@mantine/core';
import type { House, OpenVisit, Transport, Way } from '@platform/api/types';
import { sendParcel } from '@platform/drafts/outbox';
import { dayOf, instantOf } from '@platform/format/dates';
import { More } from '@platform/form/More';
import { TimeField } from '@platform/form/TimeField';
import { newId } from '@platform/id';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { useMe, useStoreById } from '@platform/session/session';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchVisitors, type Visitor } from './askVisitors';
import classes from './door.module.css';
import { visitsPath } from './parcels';
import { PartySize } from './PartySize';
import { PersonChips } from './PersonChips';
import { TransportField } from '../visit/TransportField';

type Props = { way: Way; house: House | null; storeId: string; onDone: () => void };

/** The second tap: everything is already chosen, "log" is enough. */
export function OpenVisitPanel({ way, house, storeId, onDone }: Props) {
  const { t } = useTranslation('reception');
  const me = useMe();
  const [size, setSize] = useState(1);
  const [person, setPerson] = useState<string | null>(null);
  const [customer, setCustomer] = useState<Visitor | null>(null);
  const [transport, setTransport] = useState<Transport | null>(null);
  const [appointed, setAppointed] = useState<string | null>(null);
  const { time_zone: zone } = useStoreById(storeId);
  const log = useRef<HTMLButtonElement>(null);
  useEffect(() => log.current?.focus(), []);

  // The customer's own salesperson comes before the rotation; that turn is not used up.
  const preset = customer?.charge ?? house?.on_turn ?? null;
  const send = () => {
    const body: OpenVisit = { id: newId(), way, party_size: size, arrived_at: new Date().toISOString() };
    if (person) body.salesperson_id = person;
    if (customer) body.customer_id = customer.id;
    if (transport) body.transport = transport;
    if (appointed) body.appointed_at = instantOf(dayOf(body.arrived_at, zone), appointed, zone);
    void sendParcel({ id: body.id, personId: me.id, kind: 'visit', path: visitsPath(storeId), body });
    onDone();
  };

  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {(way === 'again' || way === 'appointment') && (
        <AsyncPicker
          label={t('door.customer')}
          placeholder={t('door.customer_hint')}
          name={`visitors.${storeId}`}
          from={2}
          value={customer}
          ask={(text, signal) => searchVisitors(storeId, text, signal)}
          onChange={(choice) => setCustomer(choice as Visitor | null)}
        />
      )}
      {house ? (
        <PersonChips
          house={house}
          preset={preset}
          inCharge={customer?.charge != null}
          chosen={person}
          onChoose={setPerson}
        />
      ) : (
        <p className="quiet">{t('door.turn_later')}</p>
      )}
      {way !== 'call' && (
        <More
          label={t('door.more')}
          said={[appointed, transport && t(`transport.${transport}`)]}
          wrong={false}
        >
          <div className={classes.more}>
            {way === 'appointment' && (
              <TimeField label={t('field.appointed_at')} value={appointed ?? ''} onChange={setAppointed} />
            )}
            <TransportField value={transport} onChange={setTransport} />
          </div>
        </More>
      )}
      <div className={classes.logLine}>
        <PartySize value={size} onChange={setSize} />
        <Button ref={log} type="submit" size="lg" className={classes.log}>
          {t('door.log')}
        </Button>
      </div>
    </form>
  );
}
