import { Button } from '@mantine/core';
import { get, inStore, post } from '@platform/api/client';
import type { Items, Notice } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe, useStore } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { sayFailure } from '@platform/show/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './notices.module.css';

/** The events may be late or cut. */
const every = 60_000;

/** What one has to know although nobody told it: there until it was seen. Nothing stands here when there is none. */
export function Notices() {
  return useCan()('prospects.follow', 'prospects.manage') ? <Unseen /> : null;
}

function Unseen() {
  const { t } = useTranslation('prospects/notices');
  const store = useStore();
  const notices = useQuery({
    queryKey: ['notices', store.id],
    queryFn: ({ signal }) => get<Items<Notice>>(`${inStore(store.id)}/notices`, {}, signal),
    refetchInterval: every,
  });
  const items = notices.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('title')} count={items.length}>
      <ul className={classes.notices}>
        {items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} storeId={store.id} />
        ))}
      </ul>
    </Section>
  );
}

function NoticeRow({ notice, storeId }: { notice: Notice; storeId: string }) {
  const { t } = useTranslation('prospects/notices');
  const format = useFormat();
  const me = useMe();
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: () => post<undefined>(`${inStore(storeId)}/notices/${notice.id}/seen`),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
    onError: (error) => sayFailure(error.message),
  });
  const whose = notice.to_all ? 'to_manager' : notice.by?.id === me.id ? 'own_doing' : 'concerned';
  const names = { by: notice.by?.name, about: notice.about?.name, customer: notice.customer.name };
  return (
    <li>
      <div>
        <div>{t(`${notice.kind}.${whose}`, names)}</div>
        <div className="quiet">
          {[
            <span key="at">{format.dayTime(notice.at)}</span>,
            notice.card_id && (
              <Link key="card" to={`/stores/${storeId}/prospects/${notice.card_id}`}>
                {t('to_card')}
              </Link>
            ),
            notice.visit_id && (
              <Link key="visit" to={`/stores/${storeId}/visits/${notice.visit_id}`}>
                {t('to_visit')}
              </Link>
            ),
          ]
            .filter(Boolean)
            .flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))}
        </div>
      </div>
      <Button variant="default" className="no-print" loading={see.isPending} onClick={() => see.mutate()}>
        {t(notice.to_all ? 'settle' : 'seen')}
      </Button>
    </li>
  );
}
