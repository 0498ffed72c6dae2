import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { useChannels, useReasons } from '../api';
import { labelOf } from '../visits/labels';

export type VisitFact = { key: string; label: string; text: string | null };

/** A visit field by field, in words: for its page, and to compare two versions of it. */
export function useVisitFacts(storeId: string): (visit: Visit) => VisitFact[] {
  const { t } = useTranslation('reception');
  const format = useFormat(useStoreById(storeId));
  const channels = useChannels(storeId);
  const unfiled = useReasons(storeId, 'unfiled');
  const exclusion = useReasons(storeId, 'exclusion');
  const yesNo = (value: boolean | null) =>
    value === null ? null : value ? t('platform:yes') : t('platform:no');
  return (visit) => {
    const when = visit.purchase_when === 'date' ? visit.purchase_day && format.day(visit.purchase_day) : null;
    return [
      { key: 'arrived_at', label: t('field.arrived_at'), text: format.dayTime(visit.arrived_at) },
      {
        key: 'appointed_at',
        label: t('field.appointed_at'),
        text: visit.appointed_at && format.dayTime(visit.appointed_at),
      },
      { key: 'left_at', label: t('field.left_at'), text: visit.left_at && format.time(visit.left_at) },
      {
        key: 'party_size',
        label: t('visit.party_size'),
        text: t('visit.people', { count: visit.party_size }),
      },
      { key: 'occasion', label: t('field.occasion'), text: t(`occasion.${visit.occasion}`) },
      {
        key: 'channel',
        label: t('field.channel'),
        text: labelOf(channels.data, visit.channel_code, format.label),
      },
      { key: 'model', label: t('field.model'), text: visit.model?.name ?? null },
      { key: 'price', label: t('field.price'), text: format.range(visit.price_from, visit.price_to) },
      {
        key: 'purchase_when',
        label: t('field.purchase_when'),
        text: when ?? (visit.purchase_when ? t(`when.${visit.purchase_when}`) : null),
      },
      {
        key: 'reason',
        label: t('unfiled.why'),
        text: labelOf(unfiled.data, visit.reason_code, format.label),
      },
      {
        key: 'exclusion',
        label: t('exclusion.kind'),
        text: labelOf(exclusion.data, visit.exclusion_code, format.label),
      },
      {
        key: 'asks',
        label: t('unfiled.asks'),
        text: visit.asks === null ? null : t(`unfiled.asks_${visit.asks}`),
      },
      { key: 'second_face', label: t('unfiled.second_face'), text: yesNo(visit.second_face) },
      { key: 'test_drive', label: t('field.test_drive'), text: yesNo(visit.test_drive) },
      { key: 'quote', label: t('field.quote'), text: yesNo(visit.quote) },
      { key: 'trade_in', label: t('field.trade_in'), text: yesNo(visit.trade_in) },
      {
        key: 'transport',
        label: t('field.transport'),
        text: visit.transport && t(`transport.${visit.transport}`),
      },
      { key: 'colour', label: t('field.colour'), text: visit.colour },
      { key: 'current_car', label: t('field.current_car'), text: visit.current_car },
      { key: 'competing_model', label: t('field.competing_model'), text: visit.competing_model },
      { key: 'questionnaire', label: t('field.questionnaire'), text: yesNo(visit.questionnaire) },
      { key: 'story', label: t('field.story'), text: visit.story },
    ];
  };
}
