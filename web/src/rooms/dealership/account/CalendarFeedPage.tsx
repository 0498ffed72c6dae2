import { Button, Group } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { useCan } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { say, sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../settings/shared/Confirm';
import { useEndFeed, useFeed, useMakeFeed, type CalendarFeed } from './feed';
import classes from './feed.module.css';
import { FailedSection } from './FailedSection';
import { FeedAddressDialog } from './FeedAddressDialog';
import { MailSection } from './MailSection';
import { PushSection } from './PushSection';

/** What reaches one outside of the app, and for those who can do something about it, what did not. */
export default function CalendarFeedPage() {
  const { t } = useTranslation('dealership/account');
  const can = useCan();
  return (
    <>
      <PageTitle title={t('title')} />
      {can('prospects.follow', 'prospects.manage') && (
        <>
          <FeedSections />
          <PushSection />
          <MailSection />
        </>
      )}
      {can('stores.edit', 'prospects.manage') && <FailedSection />}
    </>
  );
}

/** One's own plans in one's own calendar. */
function FeedSections() {
  const { t } = useTranslation('dealership/account');
  const feed = useFeed();
  return (
    <>
      <Section title={t('feed.section')} note={t('feed.intro')}>
        <QueryView query={feed}>{(found) => <Feed feed={found} />}</QueryView>
      </Section>
      <Section title={t('feed.how')}>
        <ul className={classes.words}>
          <li>{t('feed.how_apple')}</li>
          <li>{t('feed.how_android')}</li>
          <li>{t('feed.how_computer')}</li>
        </ul>
      </Section>
      <Section title={t('feed.what')}>
        <ul className={classes.words}>
          <li>{t('feed.what_in')}</li>
          <li>{t('feed.what_out')}</li>
        </ul>
      </Section>
    </>
  );
}

function Feed({ feed }: { feed: CalendarFeed }) {
  const { t } = useTranslation('dealership/account');
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const close = () => setAsking(null);
  const make = useMakeFeed((made) => {
    setPath(made);
    close();
  });
  const end = useEndFeed(() => {
    say(t('feed.ended'));
    close();
  });
  const run = () => make.mutate(undefined, { onError: (error) => sayFailure(error.message) });
  return (
    <div className={classes.state}>
      <FeedState feed={feed} />
      <Group gap="xs">
        {feed.active && (
          <Button variant="default" onClick={() => setAsking('end')}>
            {t('feed.end')}
          </Button>
        )}
        {feed.active ? (
          <Button variant="default" onClick={() => setAsking('renew')}>
            {t('feed.renew')}
          </Button>
        ) : (
          <Button loading={make.isPending} onClick={run}>
            {t('feed.make')}
          </Button>
        )}
      </Group>
      {asking === 'renew' && (
        <Confirm
          title={t('feed.renew_question')}
          text={t('feed.renew_text')}
          action={t('feed.renew')}
          busy={make.isPending}
          run={run}
          close={close}
        />
      )}
      {asking === 'end' && (
        <Confirm
          title={t('feed.end_question')}
          text={t('feed.end_text')}
          action={t('feed.end')}
          busy={end.isPending}
          run={() => end.mutate(undefined, { onError: (error) => sayFailure(error.message) })}
          close={close}
        />
      )}
      {path && <FeedAddressDialog path={path} close={() => setPath(null)} />}
    </div>
  );
}

function FeedState({ feed }: { feed: CalendarFeed }) {
  const { t } = useTranslation('dealership/account');
  const format = useFormat();
  if (!feed.active || !feed.made_at) return <p className={classes.none}>{t('feed.none')}</p>;
  return (
    <div>
      <strong>{t('feed.active')}</strong>
      <div className="quiet">
        {t('feed.made', { when: format.dayTime(feed.made_at) })}
        {' · '}
        {feed.last_used_at
          ? t('feed.last_used', { when: format.dayTime(feed.last_used_at) })
          : t('feed.never_used')}
      </div>
    </div>
  );
}
