import { ActionIcon, Select } from '@mantine/core';
import { DayField } from '@platform/form/DayField';
import { dayOf } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { IconChevronLeft, IconChevronRight, IconFilter, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, monthAt } from '../shared/months';
import type { Scope } from '../shared/scope';
import { useView } from '@platform/useView';
import type { Figure } from '../types';
import classes from './hundred.module.css';
import { useChoices } from './useChoices';

const choices = ['person', 'channel', 'model', 'from'];

type Props = { scope: Scope; month: string | null; figures: Figure[] };

/** Which hundred: up to when, and of whom. */
export function Filters({ scope, month, figures }: Props) {
  const { t } = useTranslation('improvement/hundred');
  const { query, change } = useView();
  const format = useFormat(scope.store);
  const lists = useChoices(scope, figures);
  const [opened, setOpened] = useState<boolean | null>(null);
  // What narrows the picture is never hidden before it was seen.
  const open = opened ?? choices.some((name) => query.has(name));
  const today = dayOf(useNow(), scope.store.time_zone);
  const from = query.get('from');
  const chosen = [
    ...lists.map(([name, list]) => list.find(({ value }) => value === query.get(name))?.label),
    from && t('filter.since', { day: format.day(from) }),
    month && t('step.until', { month: format.month(`${month}-01`) }),
  ].filter(Boolean);
  return (
    <>
      <div className={`${classes.filters} no-print`} data-open={open || undefined}>
        <Steps scope={scope} month={month}>
          <ActionIcon
            className={classes.toggle}
            variant="default"
            size="input-sm"
            aria-label={t('filter.all')}
            aria-expanded={open}
            onClick={() => setOpened(!open)}
          >
            <IconFilter size={18} aria-hidden />
          </ActionIcon>
        </Steps>
        {lists.map(([name, list]) => (
          <Select
            key={name}
            aria-label={t(`filter.${name}`)}
            placeholder={t(`filter.all_${name}`)}
            data={list}
            value={query.get(name)}
            clearable
            searchable
            clearButtonProps={{ 'aria-label': t('filter.clear', { name: t(`filter.${name}`) }) }}
            onChange={(value) => change({ [name]: value, show: null })}
          />
        ))}
        <div className={classes.from}>
          <DayField
            label={t('filter.from')}
            hideLabel
            placeholder={t('filter.from')}
            value={from}
            max={today}
            onChange={(day) => change({ from: day, show: null })}
            onClear={() => change({ from: null, show: null })}
          />
          {from && (
            <ActionIcon
              aria-label={t('filter.clear', { name: t('filter.from') })}
              onClick={() => change({ from: null, show: null })}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      </div>
      {/* Paper has no fields: it says whose hundred it shows. */}
      {chosen.length > 0 && <p className={classes.paper}>{chosen.join(' · ')}</p>}
    </>
  );
}

type StepsProps = { scope: Scope; month: string | null; children: ReactNode };

function Steps({ scope, month, children }: StepsProps) {
  const { t } = useTranslation('improvement/hundred');
  const { change } = useView();
  const format = useFormat(scope.store);
  const now = monthAt(useNow(), scope.store.time_zone);
  const shown = month ?? now;
  const step = (by: number) => {
    const next = addMonths(shown, by);
    change({ month: next >= now ? null : next, show: null });
  };
  return (
    <div className={classes.steps}>
      <ActionIcon variant="default" size="input-sm" aria-label={t('step.back')} onClick={() => step(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <span>{month ? t('step.until', { month: format.month(`${month}-01`) }) : t('step.now')}</span>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={t('step.forth')}
        disabled={shown >= now}
        onClick={() => step(1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      {children}
    </div>
  );
}
