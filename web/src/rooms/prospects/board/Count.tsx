import { Link, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import { writeListing, type Listing } from './listing';

type Props = {
  count: number;
  listing: Listing;
  /** Whose or which cards are counted, for those who hear the number alone. */
  of: string;
  /** As a mark in its colour rather than as a plain number. */
  mark?: boolean;
  /** Cards of nobody have no list of their own. */
  unlisted?: boolean;
};

/** A number that opens the cards it counts. The address says which, so that it can be passed on. */
export function Count({ count, listing, of, mark, unlisted }: Props) {
  const { t } = useTranslation('prospects/board');
  const [query] = useSearchParams();
  const name = `${of} · ${t(`measure.${listing.measure}`)} ${count}`;
  const looks = { className: mark ? classes.mark : classes.count, 'data-measure': listing.measure };
  if (count === 0 || unlisted) {
    return (
      <span {...looks} title={name}>
        {count}
      </span>
    );
  }
  const next = new URLSearchParams(query);
  next.set('list', writeListing(listing));
  return (
    <Link {...looks} to={{ search: next.toString() }} aria-label={name} title={name} preventScrollReset>
      {count}
    </Link>
  );
}
