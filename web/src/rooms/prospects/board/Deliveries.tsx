import { useFormat } from '@platform/format/useFormat';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import { CardLine } from './CardLine';
import type { PromisedDelivery } from './types';

/** Cars that were promised for today, and those that should have been handed over before. */
export function Deliveries({ deliveries, today }: { deliveries: PromisedDelivery[]; today: string }) {
  const { t } = useTranslation('prospects/board');
  const format = useFormat();
  if (deliveries.length === 0) {
    return (
      <Section title={t('deliveries')}>
        <p className={classes.none}>{t('no_deliveries')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('deliveries')} count={deliveries.length}>
      <ul className={classes.lines}>
        {deliveries.map(({ card, deliver_on, late }) => (
          <li key={card.id}>
            <CardLine card={card}>
              <div className={`${classes.lineEnd} ${late ? 'overdue' : classes.due}`}>
                <strong>
                  {late ? t('late', { count: daysBetween(deliver_on, today) }) : t('for_today')}
                </strong>
                {late && <div>{t('promised_on', { day: format.shortDay(deliver_on) })}</div>}
              </div>
            </CardLine>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
