import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isConflict } from '@platform/api/problem';
import { useDraft } from '@platform/drafts/drafts';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { SaveOrLeave } from '@platform/form/SaveOrLeave';
import { newId } from '@platform/id';
import { useStore } from '@platform/session/session';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeadRules, useSetLeadRules, type LeadRules } from './api';
import { RuleFields } from './RuleFields';
import { emptyRule, moved, typedOf, type Rule } from './rules';
import classes from './leadrules.module.css';

type Props = { rules: LeadRules; done: () => void; cancel: () => void };

/** All rules at once, since their order is part of what they say. */
export function RulesForm({ rules: stored, done, cancel }: Props) {
  const { t } = useTranslation('prospects/leadrules');
  const store = useStore();
  const reading = useLeadRules(store.id);
  const initial = useMemo(() => ({ rules: typedOf(stored.rules), version: stored.version }), [stored]);
  const draft = useDraft<{ rules: Rule[]; version: number }>(`lead-rules.${store.id}`, initial);
  const { rules, version } = draft.value;
  const save = useSetLeadRules(store.id, () => {
    draft.clear();
    done();
  });
  const errorAt = useFieldErrors(save.error, draft.value);
  const set = (next: Rule[]) => draft.change({ rules: next });
  const shown = rules.flatMap((_, at) => [`/rules/${at}`, `/rules/${at}/people`]);
  const leave = () => {
    draft.clear();
    cancel();
  };
  const takeTheirs = async () => {
    save.reset();
    await reading.refetch();
    leave();
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ rules, version });
      }}
    >
      {rules.length === 0 && <p className="quiet">{t('no_rules')}</p>}
      {rules.map((rule, at) => (
        <RuleFields
          key={rule.key}
          rule={rule}
          number={at + 1}
          last={at === rules.length - 1}
          providers={stored.providers}
          error={errorAt(`/rules/${at}`) ?? errorAt(`/rules/${at}/people`)}
          onChange={(change) => set(rules.with(at, { ...rule, ...change }))}
          onMove={(by) => set(moved(rules, at, by))}
          onRemove={() => set(rules.toSpliced(at, 1))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => set([...rules, emptyRule(newId())])}
      >
        {t('add')}
      </Button>
      {isConflict(save.error) ? (
        <Group>
          <span className="overdue">{t('changed_meanwhile')}</span>
          <Button variant="default" onClick={() => void takeTheirs()}>
            {t('take_theirs')}
          </Button>
        </Group>
      ) : (
        <FormProblem error={save.error} shown={shown} />
      )}
      <SaveOrLeave saving={save.isPending} restored={draft.restored} leave={leave} />
    </form>
  );
}
