import { NetworkFailure } from '@platform/api/problem';
import type { Card, FollowUpWay } from '@platform/api/types';
import { dropDraft, useDraft } from '@platform/drafts/drafts';
import { dropParcel, sendParcel } from '@platform/drafts/outbox';
import { useFormat } from '@platform/format/useFormat';
import { newId } from '@platform/id';
import { useMe, useStoreById } from '@platform/session/session';
import { say } from '@platform/show/toast';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOf } from './draft';
import { beginFollowUp, followUpBody, refusalOf, ways, wrongsOf } from './followUp';
import { formOf, parcelOf, type FollowUpParcel } from './parcels';

const remembered = 'guanxi.follow_up_way';

function lastWay(): FollowUpWay | null {
  const last = localStorage.getItem(remembered);
  return ways.find((way) => way === last) ?? null;
}

/** The follow-up that is being typed, and its way to the server. With a parcel: one that was refused, put right. */
export function useFollowUp(card: Card, parcel: FollowUpParcel | undefined, onDone: () => void) {
  const { t } = useTranslation('prospects/following');
  const me = useMe();
  const store = useStoreById(card.store_id);
  const format = useFormat(store);
  const name = draftOf(parcel?.id ?? card.id);
  const initial = useMemo(
    () => (parcel ? formOf(parcel, store.time_zone) : beginFollowUp(lastWay())),
    [parcel, store],
  );
  const draft = useDraft(name, initial, parcel ? undefined : card);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = draft.value;

  const save = async () => {
    const wrong = refusalOf(wrongsOf(form, card, format.dayOf(Date.now())), (rule) => t(`wrong.${rule}`));
    if (wrong) return setError(wrong);
    if (form.way) localStorage.setItem(remembered, form.way);
    const at = parcel?.body.at ?? new Date().toISOString();
    const body = followUpBody(form, { id: parcel?.id ?? newId(), at, zone: store.time_zone });
    setError(null);
    setBusy(true);
    // From here on the parcel keeps it: a draft beside it would be written down a second time.
    dropDraft(`${me.id}.${name}`);
    const sent = await sendParcel(parcelOf(card, me.id, body));
    setBusy(false);
    if (sent.state === 'refused') {
      if (!parcel) dropParcel(body.id);
      draft.change({});
      return setError(sent.error);
    }
    draft.clear();
    if (sent.state === 'waiting') say(t(sent.error instanceof NetworkFailure ? 'kept' : 'kept_busy'));
    else if (form.ending === 'loss') say(t('done_loss'));
    else say(t('done', { day: form.nextOn ? format.shortDay(form.nextOn, true) : '' }));
    onDone();
  };

  return { form, change: draft.change, restored: draft.restored, discard: draft.clear, save, error, busy };
}
