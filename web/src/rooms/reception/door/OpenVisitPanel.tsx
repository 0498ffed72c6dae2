import { Button } from '@mantine/core';
import type { House, OpenVisit, Way } from '@platform/api/types';
import { sendParcel } from '@platform/drafts/outbox';
import { newId } from '@platform/id';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { useMe } from '@platform/session/session';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchVisitors, type Visitor } from './askVisitors';
import classes from './door.module.css';
import { visitsPath } from './parcels';
import { PartySize } from './PartySize';
import { PersonChips } from './PersonChips';

type Props = { way: Way; house: House | null; storeId: string; onDone: () => void };

/** The second tap: everything is already chosen, "log" is enough. */
export function OpenVisitPanel({ way, house, storeId, onDone }: Props) {
  const { t } = useTranslation('reception');
  const me = useMe();
  const [size, setSize] = useState(1);
  const [person, setPerson] = useState<string | null>(null);
  const [customer, setCustomer] = useState<Visitor | null>(null);
  const log = useRef<HTMLButtonElement>(null);
  useEffect(() => log.current?.focus(), []);

  // The customer's own salesperson comes before the rotation; that turn is not used up.
  const preset = customer?.charge ?? house?.on_turn ?? null;
  const send = () => {
    const body: OpenVisit = { id: newId(), way, party_size: size, arrived_at: new Date().toISOString() };
    if (person) body.salesperson_id = person;
    if (customer) body.customer_id = customer.id;
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
      <div className={classes.logLine}>
        <PartySize value={size} onChange={setSize} />
        <Button ref={log} type="submit" size="lg" className={classes.log}>
          {t('door.log')}
        </Button>
      </div>
    </form>
  );
}
