import { Button } from '@mantine/core';
import { useCan, useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswerTimes, useLeadRules } from './api';
import { RulesForm } from './RulesForm';
import { RulesList } from './RulesList';
import { Times } from './Times';
import classes from './leadrules.module.css';

/** Who is given which leads, and within which time they are answered. */
export function LeadRulesView() {
  const { t } = useTranslation('prospects/leadrules');
  const store = useStore();
  const rules = useLeadRules(store.id);
  const times = useAnswerTimes(store.id);
  const may = useCan()('prospects.manage', 'stores.edit');
  const [setting, setSetting] = useState(false);
  return (
    <>
      <PageTitle title={t('title')} note={store.name}>
        <Button component={Link} to="/leads" variant="subtle">
          {t('to_leads')}
        </Button>
      </PageTitle>
      <Section
        title={t('rules')}
        aside={
          may &&
          rules.data &&
          !setting && (
            <Button variant="light" onClick={() => setSetting(true)}>
              {t('change')}
            </Button>
          )
        }
      >
        <p className={classes.intro}>{t('rules_intro')}</p>
        <QueryView query={rules}>
          {(data) =>
            setting ? (
              <RulesForm
                rules={data}
                done={() => {
                  say(t('rules_saved'));
                  setSetting(false);
                }}
                cancel={() => setSetting(false)}
              />
            ) : (
              <RulesList rules={data.rules} />
            )
          }
        </QueryView>
      </Section>
      <QueryView query={times}>{(page) => <Times page={page} may={may} />}</QueryView>
    </>
  );
}
