import { get, inStore } from '@platform/api/client';
import type { Customer, Found, Items } from '@platform/api/types';
import { AsyncPicker, type Choice } from '@platform/picker/AsyncPicker';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Whom } from './usePlan';

type Props = { storeId: string; whom: Whom | null; onChange: (whom: Whom | null) => void; error?: string };

/** A customer on file with a card that may be worked on. */
export function WhomPicker({ storeId, whom, onChange, error }: Props) {
  const { t } = useTranslation('prospects/plans');
  const [choice, setChoice] = useState<Choice | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const ask = async (q: string, signal: AbortSignal) => {
    const { items } = await get<Items<Found>>('/search', { q }, signal);
    return items
      .filter(({ store_id }) => store_id === storeId)
      .map(({ id, name, phone_display, wechat }) => ({ id, label: name, note: phone_display ?? wechat }));
  };
  const choose = (next: Choice | null) => {
    setChoice(next);
    setRefused(null);
    onChange(null);
    if (!next) return;
    get<Customer>(`${inStore(storeId)}/customers/${next.id}`).then(
      ({ card }) => {
        if (card?.can.includes('follow_up')) onChange({ store_id: storeId, id: card.id, name: next.label });
        else setRefused(t('no_card'));
      },
      (failure: Error) => setRefused(failure.message),
    );
  };
  return (
    <AsyncPicker
      label={t('whom')}
      placeholder={t('whom_hint')}
      name="plan-customers"
      from={2}
      ask={ask}
      value={choice ?? (whom && { id: whom.id, label: whom.name })}
      onChange={choose}
      error={refused ?? error}
    />
  );
}
