import { Drawer, Stack } from '@mantine/core';
import { inStore } from '@platform/api/client';
import type { Card, CardStanding } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CardRow } from '../CardRow';
import classes from './board.module.css';
import { countsOf, totalOf } from './counts';
import { listAddress, type Listing } from './listing';
import type { Board } from './types';

/** Everything but the two that close a card. */
const openStandings: CardStanding[] = ['following', 'loss_asked', 'ordered'];
const atOnce = 100;

type Props = { listing: Listing | null; board: Board; onClose: () => void };

/** The cards behind a number, beside the board they stand on. Shut while there is no listing. */
export function BehindDrawer({ listing, board, onClose }: Props) {
  const { t } = useTranslation('prospects/board');
  const labels = useGradeLabels();
  const name =
    listing && board.people.find(({ salesperson }) => salesperson?.id === listing.person)?.salesperson;
  const title = listing && [
    listing.person ? name?.name : t('whole_store'),
    listing.grade && t('grade', { grade: labels[listing.grade] }),
    t(`measure.${listing.measure}`),
    t('cards', { count: countOf(board, listing) }),
  ];
  return (
    <Drawer
      opened={listing !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={title?.filter(Boolean).join(' · ')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      {listing && <Behind listing={listing} />}
    </Drawer>
  );
}

function Behind({ listing }: { listing: Listing }) {
  const { t } = useTranslation('prospects/board');
  const address = listAddress(listing);
  if (listing.measure === 'open') {
    return (
      <Stack gap="lg">
        {openStandings.map((standing) => (
          <Cards key={standing} listing={listing} filter={{ standing }} title={t(`standing.${standing}`)} />
        ))}
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      {address && (
        <p className={classes.toList}>
          <Link to={address}>{t('to_list')}</Link>
        </p>
      )}
      <Cards listing={listing} filter={{ attention: listing.measure }} />
    </Stack>
  );
}

type CardsProps = { listing: Listing; filter: Record<string, string>; title?: string };

function Cards({ listing, filter, title }: CardsProps) {
  const { t } = useTranslation('prospects/board');
  const store = useStore();
  const cards = usePages<Card>(['prospects', store.id], `${inStore(store.id)}/prospects`, {
    ...filter,
    grade: listing.grade,
    salesperson_id: listing.person,
    limit: atOnce,
  });
  // Of three standings most have nothing: only what is there has a heading.
  if (title && cards.isSuccess && cards.items.length === 0) return null;
  return (
    <section>
      {title && <h3 className={classes.standing}>{title}</h3>}
      <PagedList pages={cards} empty={<p className={classes.none}>{t('nobody_left')}</p>}>
        {(items) => (
          <ul className={classes.behind}>
            {items.map((card) => (
              <li key={card.id}>
                <CardRow card={card} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function countOf(board: Board, { measure, grade, person }: Listing): number {
  const whose = board.people.find(({ salesperson }) => salesperson?.id === person);
  if (person) return (whose && (grade ? countsOf(whose, grade) : whose.counts)[measure]) ?? 0;
  return (grade ? totalOf(board, grade) : board.counts)[measure];
}
