import { Button, Select } from '@mantine/core';
import { inStore } from '@platform/api/client';
import type { Card, Name } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useStore } from '@platform/session/session';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GradeMark } from '../GradeMark';
import { NextDate } from '../NextDate';
import { StandingMark } from '../StandingMark';
import classes from './handing.module.css';
import type { Plan } from './sharing';
import type { CardHolder } from './types';

type Props = { holder: CardHolder; people: Name[]; plan: Plan; onChange: (plan: Plan) => void };

/** Cards that go to somebody of their own, whoever takes the others of their kind. */
export function Singly(props: Props) {
  const { t } = useTranslation('prospects/handing');
  const [open, setOpen] = useState(false);
  const count = Object.keys(props.plan.singly).length;
  return (
    <section>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('singly')}
        {count > 0 && ` · ${count}`}
      </Button>
      {open && <CardList {...props} />}
    </section>
  );
}

function CardList({ holder, people, plan, onChange }: Props) {
  const { t } = useTranslation('prospects/handing');
  const store = useStore();
  const cards = usePages<Card>(['prospects', store.id], `${inStore(store.id)}/prospects`, {
    open: 'true',
    salesperson_id: holder.salesperson?.id ?? null,
    unassigned: holder.salesperson ? null : 'true',
    order: 'grade',
    descending: 'false',
    limit: 50,
  });
  const name = (card: Card, to: string | null) => {
    const { [card.id]: _, ...singly } = plan.singly;
    const bucket = card.standing === 'ordered' ? 'ordered' : card.grade;
    onChange({ ...plan, singly: to ? { ...singly, [card.id]: { to, bucket } } : singly });
  };
  return (
    <PagedList pages={cards} empty={null}>
      {(items) => (
        <ul className={classes.cards}>
          {items.map((card) => (
            <li key={card.id}>
              <GradeMark grade={card.grade} storeId={card.store_id} />
              <div>
                <strong>{card.customer.name}</strong>
                <div className="quiet">{card.model?.name ?? t('prospects:no_model')}</div>
              </div>
              <div className={classes.due}>
                {card.standing !== 'following' && <StandingMark standing={card.standing} />}{' '}
                {card.next && <NextDate card={card} next={card.next} />}
              </div>
              <Select
                aria-label={t('takes', { name: card.customer.name })}
                placeholder={t('like_others')}
                data={people.map((each) => ({ value: each.id, label: each.name }))}
                value={plan.singly[card.id]?.to ?? null}
                clearable
                onChange={(to) => name(card, to)}
              />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
