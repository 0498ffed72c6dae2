import { useFormat } from '@platform/format/useFormat';
import { useMe, useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Figure } from '../types';
import classes from './lines.module.css';
import type { Labels } from './useLabels';
import { useWhen } from './useWhen';

type Props = { visits: Figure[]; labels: Labels; stores?: boolean };

/** The visits behind a number, told one by one. */
export function VisitLines({ visits, labels, stores = false }: Props) {
  return (
    <ol className={classes.list}>
      {visits.map((visit) => (
        <VisitLine key={visit.visit_id} visit={visit} labels={labels} withStore={stores} />
      ))}
    </ol>
  );
}

type LineProps = { visit: Figure; labels: Labels; withStore: boolean };

function VisitLine({ visit, labels, withStore }: LineProps) {
  const { t } = useTranslation('improvement');
  const store = useStoreById(visit.store_id);
  const format = useFormat(store);
  const when = useWhen(store);
  const me = useMe();
  const facts = [
    withStore && me.stores.some(({ id }) => id === visit.store_id) ? store.name : null,
    visit.salesperson?.name ?? t('value.none.person'),
    visit.model?.name,
    visit.channel_code && labels.channel(visit.channel_code),
    visit.minutes !== null && format.span(visit.minutes),
  ].filter(Boolean);
  return (
    <li className={classes.line}>
      <Link to={`/stores/${visit.store_id}/visits/${visit.visit_id}`} className={classes.when}>
        {when(visit.arrived_at)}
      </Link>
      <span className={classes.became}>
        {visit.state === 'unfiled' ? labels.reason(visit.reason_code) : t(`state.${visit.state}`)}
      </span>
      <div className={classes.facts}>{facts.join(' · ')}</div>
      {visit.story && <p className={classes.story}>{visit.story}</p>}
    </li>
  );
}
