import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { inStore } from '@platform/api/client';
import type { Card, Grade } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { GradeMark } from '../GradeMark';
import { grades } from '../grades';
import { NextDate } from '../NextDate';
import classes from './kanban.module.css';
import type { Move } from './MoveDialog';
import type { Stage } from './types';

export type Lane = { key: string; grade?: Grade; stage?: Stage; cards: number; overdue: number };

type Props = {
  lane: Lane;
  name: string;
  asked: Record<string, string | null>;
  dragged: Card | null;
  onDrag: (card: Card | null) => void;
  onMove: (move: Move) => void;
};

const cardsAtOnce = 20;

/** Nobody grades a prospect back to "unknown": a grade is asked for. A stage follows from what happened, so nothing is dropped on one. */
const takes = (lane: Lane, card: Card | null): card is Card =>
  card !== null && lane.grade !== undefined && lane.grade !== 'N' && card.grade !== lane.grade;

export function KanbanColumn({ lane, name, asked, dragged, onDrag, onMove }: Props) {
  const { t } = useTranslation('prospects/list');
  const store = useStore();
  const [over, setOver] = useState(false);
  const cards = usePages<Card>(
    ['prospects', store.id, 'column'],
    `${inStore(store.id)}/prospects`,
    {
      ...asked,
      ...(lane.grade ? { grade: lane.grade } : { stage: lane.stage ?? null }),
      ...{ order: 'next', descending: 'false', limit: cardsAtOnce },
    },
    { enabled: lane.cards > 0 },
  );
  const welcome = takes(lane, dragged);
  return (
    <section
      className={classes.column}
      aria-label={`${name} · ${lane.cards}`}
      data-welcome={welcome || undefined}
      data-over={(welcome && over) || undefined}
      onDragOver={(event) => {
        if (!welcome) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!welcome || !lane.grade) return;
        event.preventDefault();
        onMove({ card: dragged, grade: lane.grade });
      }}
    >
      <h2 className={classes.head}>
        {lane.grade ? <GradeMark grade={lane.grade} /> : name}
        <span className={classes.count}>{lane.cards}</span>
        {lane.overdue > 0 && (
          <span className="overdue">{t('prospects/list:overdue', { count: lane.overdue })}</span>
        )}
      </h2>
      {lane.cards === 0 ? (
        <p className={classes.none}>{t('none')}</p>
      ) : (
        <PagedList pages={cards} empty={<p className={classes.none}>{t('none')}</p>}>
          {(items) => (
            <ul className={classes.cards}>
              {items.map((card) => (
                <KanbanCard
                  key={card.id}
                  card={card}
                  byGrade={lane.grade !== undefined}
                  onDrag={onDrag}
                  onMove={onMove}
                />
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </section>
  );
}

type CardProps = { card: Card; byGrade: boolean } & Pick<Props, 'onDrag' | 'onMove'>;

function KanbanCard({ card, byGrade, onDrag, onMove }: CardProps) {
  const { t } = useTranslation('prospects/list');
  const movable = byGrade && card.can.includes('edit');
  return (
    <li
      className={classes.card}
      draggable={movable || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', card.id);
        onDrag(card);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className={classes.cardHead}>
        <Link to={cardAddress(card)} draggable={false}>
          {card.customer.name}
        </Link>
        {!byGrade && <GradeMark grade={card.grade} storeId={card.store_id} />}
        {movable && <MoveMenu card={card} onMove={onMove} />}
      </div>
      <div className="quiet">
        {[card.model?.name ?? t('prospects:no_model'), card.salesperson?.name ?? t('prospects:nobody')].join(
          ' · ',
        )}
      </div>
      {card.next && <NextDate card={card} next={card.next} />}
    </li>
  );
}

/** The same for keyboard, finger and screen reader. */
function MoveMenu({ card, onMove }: { card: Card; onMove: Props['onMove'] }) {
  const { t } = useTranslation('prospects/list');
  const labels = useGradeLabels(card.store_id);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('move', { name: card.customer.name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {grades
          .filter((grade) => grade !== 'N' && grade !== card.grade)
          .map((grade) => (
            <Menu.Item key={grade} onClick={() => onMove({ card, grade })}>
              {t(`prospects:grade.${grade}`, labels)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
