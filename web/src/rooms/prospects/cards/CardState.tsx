import type { Card, Suggestion } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { GradeMark } from '../GradeMark';
import { LastContact } from '../LastContact';
import { NextDate } from '../NextDate';
import classes from './cards.module.css';

/** Where they stand: how soon they buy and how we know, when they are spoken with next and for what. */
export function CardState({ card, suggestion }: { card: Card; suggestion: Suggestion | null }) {
  const { t } = useTranslation('prospects/cards');
  const labels = useGradeLabels(card.store_id);
  const { next } = card;
  return (
    <div className={classes.state}>
      <div className={classes.gradeLine}>
        <GradeMark grade={card.grade} storeId={card.store_id} />
        <div>
          <strong>{t(`prospects:grade.${card.grade}`, labels)}</strong>
          <GradeSource card={card} />
        </div>
      </div>
      {card.must_be_redated && <p className={classes.redate}>{t('redate')}</p>}
      {suggestion && (
        <p className={classes.suggestion}>
          {t('suggestion', { sign: t(`sign.${suggestion.because}`), grade: labels[suggestion.grade] })}
        </p>
      )}
      <dl className={classes.facts}>
        {next && (
          <>
            <dt>{t('next')}</dt>
            <dd>
              <NextDate card={card} next={next} />
              {next.way && <span> · {t(`prospects:way.${next.way}`)}</span>}
            </dd>
          </>
        )}
        {next?.promise && (
          <>
            <dt>{t('promise')}</dt>
            <dd>{next.promise}</dd>
          </>
        )}
        <dt>{t('contact')}</dt>
        <dd>
          <LastContact card={card} />
        </dd>
      </dl>
    </div>
  );
}

/** A grade that nobody can explain is worth nothing. */
function GradeSource({ card }: { card: Card }) {
  const { t } = useTranslation('prospects/cards');
  const format = useFormat(useStoreById(card.store_id));
  const sure = card.sureness && t(`prospects:sureness.${card.sureness}`);
  const day = card.expected_on && format.day(card.expected_on);
  const source = card.grade_reason
    ? [t('by_hand', { reason: card.grade_reason }), day && t('expected', { day })]
    : [day ? t('follows_from', { day }) : t(`prospects:when.${card.purchase_when}`)];
  return <div className="quiet">{[...source, sure].filter(Boolean).join(' · ')}</div>;
}
