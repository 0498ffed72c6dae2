import { get, inStore } from '@platform/api/client';
import type { Items, Schemas } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStore } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './feed.module.css';

type FailedMessage = Schemas['FailedMessage'];

/** Messages that were given up, with the mail server's own words. */
export function FailedSection() {
  const { t } = useTranslation('dealership/account');
  const store = useStore();
  const failed = useQuery({
    queryKey: ['failed-messages', store.id],
    queryFn: ({ signal }) => get<Items<FailedMessage>>(`${inStore(store.id)}/failed-messages`, {}, signal),
  });
  return (
    <Section title={t('failed.title')} note={t('failed.note', { store: store.name })}>
      <QueryView query={failed}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.none}>{t('failed.none')}</p>
          ) : (
            <ul className={classes.failed}>
              {items.map((message) => (
                <FailedRow key={message.id} message={message} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function FailedRow({ message }: { message: FailedMessage }) {
  const { t } = useTranslation('dealership/account');
  const format = useFormat();
  return (
    <li>
      <strong>{message.to?.name}</strong> {message.title}
      <div className="quiet">
        {t('failed.when', { when: format.dayTime(message.failed_at), count: message.tries })}
        {' · '}
        <span lang="en">{message.failure}</span>
      </div>
    </li>
  );
}
