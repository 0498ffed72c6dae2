import { Button, Group } from '@mantine/core';
import { dayOf, showDay, showWeekday } from '@platform/format/dates';
import { useNow } from '@platform/now';
import { useStore } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useAllVisits } from './allVisits';
import { LogForm } from './LogForm';
import classes from './print.module.css';

/** The daily register as dealers know it on paper. The form itself is Chinese in both languages: it is signed and kept. */
export default function PrintPage() {
  const { t } = useTranslation('reception');
  const store = useStore();
  const now = useNow();
  const day = useSearchParams()[0].get('day') ?? dayOf(now, store.time_zone);
  const visits = useAllVisits(store.id, day);
  useEffect(() => {
    document.title = `来店(电)客户登记表 ${store.name} ${day}`;
  }, [store.name, day]);
  return (
    <main className={classes.sheet}>
      <Group className="no-print" mb="md">
        <Button onClick={() => window.print()}>{t('log.print')}</Button>
        <Button component={Link} to={`/log?day=${day}`} variant="default">
          {t('log.back')}
        </Button>
      </Group>
      <QueryView query={visits}>
        {(items) => (
          <LogForm store={store} visits={items} date={showDay(day, 'zh')} weekday={showWeekday(day, 'zh')} />
        )}
      </QueryView>
    </main>
  );
}
