import { Button } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan, useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRules } from './api';
import { History } from './History';
import { RuleLines } from './RuleLines';
import { RulesForm } from './RulesForm';
import classes from './rules.module.css';
import type { DatedRules, RulesPage } from './types';
import { Windows } from './Windows';

/** How this store tells its grades, and how soon each is followed up: today, later, and before. */
export function RulesView() {
  const { t } = useTranslation('prospects/rules');
  const store = useStore();
  const rules = useRules(store.id);
  const can = useCan();
  const [setting, setSetting] = useState(false);
  const may = can('prospects.manage', 'stores.edit');
  return (
    <>
      <PageTitle title={t('title')} note={store.name}>
        {may && rules.data && !setting && <Button onClick={() => setSetting(true)}>{t('set')}</Button>}
      </PageTitle>
      <p className={classes.intro}>{t(may ? 'intro' : 'intro_read_only')}</p>
      <QueryView query={rules}>
        {(page) =>
          setting ? <Setting page={page} close={() => setSetting(false)} /> : <Shown page={page} />
        }
      </QueryView>
    </>
  );
}

function Setting({ page, close }: { page: RulesPage; close: () => void }) {
  const { t } = useTranslation('prospects/rules');
  const format = useFormat();
  const done = (day: string) => {
    say(t('saved', { day: format.day(day) }));
    close();
  };
  return (
    <Section title={t('new')} note={t('new_note')}>
      <RulesForm page={page} done={done} cancel={close} />
    </Section>
  );
}

function Shown({ page }: { page: RulesPage }) {
  const { t } = useTranslation('prospects/rules');
  const today = useFormat().dayOf(useNow());
  return (
    <>
      <Section title={t('today')} note={<Since dated={page.today} />}>
        <Windows rules={page.today.rules} />
        <RuleLines value={(field) => <strong>{t('days', { count: page.today.rules[field] })}</strong>} />
      </Section>
      <Section title={t('history')}>
        <History page={page} today={today} />
      </Section>
    </>
  );
}

function Since({ dated: { from_day, by } }: { dated: DatedRules }) {
  const { t } = useTranslation('prospects/rules');
  const format = useFormat();
  if (!from_day) return t('defaults');
  return t(by ? 'since_by' : 'since', { day: format.day(from_day), name: by?.name });
}
