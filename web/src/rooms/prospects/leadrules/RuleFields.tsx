import { ActionIcon, Autocomplete, MultiSelect, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { useSalespeople } from '../api';
import type { Rule } from './rules';
import classes from './leadrules.module.css';

type Props = {
  rule: Rule;
  number: number;
  last: boolean;
  providers: string[];
  error?: string;
  onChange: (change: Partial<Rule>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One rule: which leads, and for whom. What is left empty does not matter. */
export function RuleFields({ rule, number, last, providers, error, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation('prospects/leadrules');
  const people = useSalespeople(useStore().id).data ?? [];
  return (
    <fieldset className={classes.rule}>
      <legend>{t('rule', { number })}</legend>
      <div className={classes.fields}>
        <Autocomplete
          label={t('provider')}
          placeholder={t('any_provider')}
          data={providers}
          maxLength={60}
          value={rule.provider}
          onChange={(provider) => onChange({ provider })}
        />
        <Autocomplete
          label={t('model')}
          placeholder={t('any_model')}
          maxLength={60}
          value={rule.model}
          onChange={(model) => onChange({ model })}
        />
        <Select
          label={t('language_label')}
          placeholder={t('any_language')}
          clearable
          data={(['zh', 'other'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          value={rule.language}
          onChange={(language) => onChange({ language: language as Rule['language'] })}
        />
        <MultiSelect
          className={classes.people}
          label={t('people')}
          placeholder={rule.people.length === 0 ? t('on_duty') : undefined}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={rule.people}
          error={error}
          onChange={(chosen) => onChange({ people: chosen })}
        />
      </div>
      <div className={classes.buttons}>
        <ActionIcon
          variant="default"
          size={36}
          disabled={number === 1}
          aria-label={t('up', { number })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          disabled={last}
          aria-label={t('down', { number })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon variant="default" size={36} aria-label={t('remove', { number })} onClick={onRemove}>
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
