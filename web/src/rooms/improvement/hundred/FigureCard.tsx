import { CloseButton } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Scope } from '../shared/scope';
import type { Labels } from '../shared/useLabels';
import { useWhen } from '../shared/useWhen';
import type { Figure } from '../types';
import classes from './picture.module.css';
import { lookOf } from './states';
import { Person } from './Person';
import type { useLooking } from './useLooking';

const cardWidth = 300;

type Props = { figure: Figure; looking: ReturnType<typeof useLooking>; scope: Scope; labels: Labels };

/** One visit, told beside its figure. */
export function FigureCard({ figure, looking, scope, labels }: Props) {
  const { t } = useTranslation('improvement/hundred');
  const store = useStoreById(figure.store_id);
  const format = useFormat(store);
  const when = useWhen(store);
  const link = useRef<HTMLAnchorElement>(null);
  const { at } = looking;
  const pinned = at?.pinned ?? false;
  // A pinned card is what the next key press is for.
  useEffect(() => {
    if (pinned) link.current?.focus({ preventScroll: true });
  }, [pinned, figure.visit_id]);
  if (!at) return null;
  const left = Math.min(Math.max(at.left - cardWidth / 2, 0), Math.max(at.width - cardWidth, 0));
  const facts = [
    figure.salesperson?.name ?? t('improvement:value.none.person'),
    figure.model?.name,
    figure.channel_code && labels.channel(figure.channel_code),
    figure.minutes !== null && t('stayed', { span: format.span(figure.minutes) }),
  ].filter(Boolean);
  const cause = figure.state === 'unfiled' ? (figure.reason_code ?? '').replace(/\..*$/, '') : null;
  return (
    <div
      className={classes.card}
      style={{ left, top: at.top, width: cardWidth }}
      role="group"
      aria-label={t('card')}
      onMouseEnter={looking.stay}
    >
      <div className={classes.cardHead}>
        <span className={classes.cardPerson}>
          <Person look={lookOf({ state: figure.state, cause })} />
        </span>
        <div>
          <strong className="numbers">{when(figure.arrived_at)}</strong>
          <div>{cause === null ? t(`group.${figure.state}`) : labels.reason(figure.reason_code)}</div>
        </div>
        {pinned && <CloseButton aria-label={t('platform:close')} onClick={looking.close} ml="auto" />}
      </div>
      {scope.kind === 'group' && <div className="quiet">{store.name}</div>}
      <div className="quiet">{facts.join(' · ')}</div>
      {figure.story && <p className={classes.cardStory}>{figure.story}</p>}
      <Link ref={link} to={`/stores/${figure.store_id}/visits/${figure.visit_id}`}>
        {t('open_visit')}
      </Link>
    </div>
  );
}
