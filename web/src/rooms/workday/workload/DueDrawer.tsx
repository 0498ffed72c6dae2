import { inStore } from '@platform/api/client';
import type { Card, Store } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { SideDrawer } from '@platform/show/SideDrawer';
import { useTranslation } from 'react-i18next';
import { CardLink } from '../CardLink';
import type { Workload } from '../types';
import classes from '../workday.module.css';
import type { Place } from './places';

type Props = { place: Place | null; workload: Workload | undefined; store: Store; onClose: () => void };

/** The cards behind a day of a person. */
export function DueDrawer({ place, workload, store, onClose }: Props) {
  const { t } = useTranslation('workday/workload');
  const format = useFormat(store);
  const person = workload?.people.find((each) => each.person?.id === place?.person)?.person;
  const title = place && `${person?.name ?? t('prospects:nobody')} · ${format.shortDay(place.day, true)}`;
  return (
    <SideDrawer title={title} onClose={onClose}>
      {place && <DueCards place={place} store={store} />}
    </SideDrawer>
  );
}

function DueCards({ place, store }: { place: Place; store: Store }) {
  const { t } = useTranslation('workday/workload');
  const format = useFormat(store);
  const cards = usePages<Card>(['workload-cards', store.id], `${inStore(store.id)}/workload/cards`, {
    ...{ day: place.day, person_id: place.person, limit: 50 },
  });
  return (
    <PagedList pages={cards} empty={<p className="quiet">{t('none')}</p>}>
      {(items) => (
        <ul className={classes.rows}>
          {items.map((card) => (
            <li key={card.id}>
              <CardLink card={{ ...card, customer: card.customer.name }} grade={card.grade} />
              <span className={card.next?.overdue ? 'overdue' : 'quiet'}>
                {card.next &&
                  (card.next.timed ? format.dayTime(card.next.at) : format.shortDay(card.next.on))}
              </span>
              {card.next?.promise && <span className={`quiet ${classes.wide}`}>{card.next.promise}</span>}
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
