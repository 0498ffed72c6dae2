import { Button } from '@mantine/core';
import { IconAddressBook, IconPrinter } from '@tabler/icons-react';
import { address } from '@platform/api/client';
import { unreached } from '@platform/api/problem';
import type { CardPage as Page } from '@platform/api/types';
import { readAbout } from '@platform/drafts/drafts';
import { useMe } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCard } from '../api';
import { cardAddress } from '../CardRow';
import { draftOf } from '../following/draft';
import { useWaiting, type FollowUpParcel } from '../following/parcels';
import { Sheet, type Following } from '../following/Sheet';
import { Waiting } from '../following/Waiting';
import { Orders } from '../orders/Orders';
import { Party } from '../party/Party';
import { Plans } from '../plans/Plans';
import { Quotes } from '../quotes/Quotes';
import { StandingMark } from '../StandingMark';
import { CardActions } from './CardActions';
import { CardState } from './CardState';
import classes from './cards.module.css';
import { Contact } from './Contact';
import { EditCard } from './EditCard';
import { LossDecision } from './LossDecision';
import { Timeline } from './Timeline';
import { Wants } from './Wants';

export default function CardPage() {
  const { storeId = '', cardId = '' } = useParams();
  const me = useMe();
  const page = useCard(storeId, cardId);
  const waiting = useWaiting(storeId).filter(({ about }) => about?.id === cardId);
  // What was written about it is kept together with the card: without a network, writing goes on.
  const about = readAbout<Page['card']>(`${me.id}.${draftOf(cardId)}`) ?? waiting[0]?.about;
  if (unreached(page) && about) return <CardView page={alone(about)} waiting={waiting} kept />;
  return (
    <QueryView query={page}>
      {(data) => <CardView key={data.card.id} page={data} waiting={waiting} />}
    </QueryView>
  );
}

const alone = (card: Page['card']): Page => ({
  card: { ...card, can: card.can.filter((act) => act === 'follow_up') },
  phone_display: null,
  suggestion: null,
  party: [],
  orders: [],
  appointments: [],
  drives: [],
  quotes: [],
  steps: [],
  version: card.version,
});

type Props = { page: Page; waiting: FollowUpParcel[]; kept?: boolean };

function CardView({ page, waiting, kept }: Props) {
  const { t } = useTranslation('prospects/cards');
  const { card } = page;
  const [editing, setEditing] = useState(false);
  const [following, setFollowing] = useState<Following | null>(null);
  const note = (
    <>
      <StandingMark standing={card.standing} />{' '}
      {card.salesperson ? t('with', { name: card.salesperson.name }) : t('prospects:nobody')}
    </>
  );
  return (
    <>
      <PageTitle title={card.customer.name} note={note}>
        <Button
          component="a"
          variant="default"
          leftSection={<IconAddressBook size={16} aria-hidden />}
          href={address(`${cardAddress(card)}/contact.vcf`)}
        >
          {t('to_contacts')}
        </Button>
        <Button
          component={Link}
          to={`${cardAddress(card)}/print`}
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
        >
          {t('print')}
        </Button>
      </PageTitle>
      <div className={classes.columns}>
        <div>
          <Contact card={card} phone={page.phone_display} />
          {card.standing === 'loss_asked' && <LossDecision page={page} />}
          <CardState card={card} suggestion={page.suggestion} />
          {!editing && (
            <CardActions
              card={card}
              onFollow={() => setFollowing({ card })}
              onEdit={() => setEditing(true)}
            />
          )}
          {!kept && <Plans page={page} />}
          {!kept && <Quotes page={page} />}
          {!kept && <Orders page={page} />}
          {!kept && <Party card={card} members={page.party} />}
          <Section title={t('wants')}>
            {editing ? <EditCard card={card} onDone={() => setEditing(false)} /> : <Wants card={card} />}
          </Section>
        </div>
        <Section title={t('history')}>
          <Waiting
            parcels={waiting}
            storeId={card.store_id}
            onEdit={(parcel) => setFollowing({ card, parcel })}
          />
          {kept ? <p className="quiet">{t('kept')}</p> : <Timeline steps={page.steps} card={card} />}
        </Section>
      </div>
      <Sheet atOnce following={following} onClose={() => setFollowing(null)} />
    </>
  );
}
