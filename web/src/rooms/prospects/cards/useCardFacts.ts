import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';

export type CardFact = { key: string; label: string; text: string | null };

/** What they want, field by field, in words: for the page, and to compare two versions of it. */
export function useCardFacts(storeId: string): (card: Card) => CardFact[] {
  const { t } = useTranslation('prospects/cards');
  const format = useFormat(useStoreById(storeId));
  const yesNo = (value: boolean | null) =>
    value === null ? null : value ? t('platform:yes') : t('platform:no');
  return (card) => {
    const texts: [string, string | null][] = [
      ['model_id', card.model?.name ?? null],
      ['colour', card.colour],
      ['competing_model', card.competing_model],
      ['car_condition', card.car_condition && t(`prospects:condition.${card.car_condition}`)],
      ['price', format.range(card.price_from, card.price_to)],
      ['payment', card.payment && t(`prospects:payment.${card.payment}`)],
      ['trade_in', yesNo(card.trade_in)],
      ['purchase_when', t(`prospects:when.${card.purchase_when}`)],
      ['expected_on', card.expected_on && format.day(card.expected_on)],
      ['sureness', card.sureness && t(`prospects:sureness.${card.sureness}`)],
    ];
    return texts.map(([key, text]) => ({ key, label: t(`field.${key}`), text }));
  };
}
