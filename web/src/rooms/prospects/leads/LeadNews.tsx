import { useFormat } from '@platform/format/useFormat';
import { useMe, useStore } from '@platform/session/session';
import { say, sayFailure } from '@platform/show/toast';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeads, type Lead } from './api';
import { newsBetween } from './news';

/** Tells whoever sells or leads, on whatever page they are, that a lead has come, gone on, or been left alone. */
export default function LeadNews() {
  const { t } = useTranslation('prospects/leads');
  const store = useStore();
  const me = useMe();
  const format = useFormat();
  const { items, isSuccess } = useLeads(store.id, null);
  const before = useRef<{ storeId: string; leads: Lead[] } | undefined>(undefined);
  useEffect(() => {
    if (!isSuccess) return;
    const known = before.current?.storeId === store.id ? before.current.leads : undefined;
    for (const { kind, lead } of newsBetween(known, items, me.id)) {
      const name = lead.customer?.name ?? lead.name ?? t('nameless');
      const to = lead.salesperson?.name ?? '';
      const time = lead.target_at ? format.time(lead.target_at) : '';
      const text = t(`news.${kind}`, { name, to, time });
      if (kind === 'breached') sayFailure(text);
      else say(text);
    }
    before.current = { storeId: store.id, leads: items };
  }, [items, isSuccess, store.id, me.id, format, t]);
  return null;
}
