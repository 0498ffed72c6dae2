import { Select } from '@mantine/core';
import { get } from '@platform/api/client';
import type { Grade, Model, Page } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useCan, useStore } from '@platform/session/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AttentionFilter } from '../board/AttentionFilter';
import { grades } from '../grades';
import { PersonFilter } from '../PersonFilter';
import classes from './list.module.css';
import { standings, usualStanding, type Looking } from './looking';

type Props = { looking: Looking; change: (changes: Record<string, string | null>) => void };

/** Which cards: by what became of them, whose, which car, which grade. */
export function FilterBar({ looking, change }: Props) {
  const { t } = useTranslation('prospects');
  const store = useStore();
  const labels = useGradeLabels();
  const seesAll = useCan()('prospects.read');
  const usual = usualStanding(looking);
  // The columns of a stage say themselves what became of the cards.
  const byStage = looking.view === 'kanban' && looking.by === 'stage';
  return (
    <div className={classes.filters}>
      <div className={classes.selects}>
        {!byStage && (
          <Select
            aria-label={t('standing_label')}
            data={(['open', ...standings, 'all'] as const).map((value) => ({
              value,
              label: t(value === 'open' || value === 'all' ? `${value}_standings` : `standing.${value}`),
            }))}
            value={looking.standing}
            allowDeselect={false}
            onChange={(value) => change({ standing: value === usual ? null : value })}
          />
        )}
        {seesAll && (
          <PersonFilter
            storeId={store.id}
            value={looking.person}
            withNobody
            onChange={(person) => change({ person })}
          />
        )}
        <ModelFilter value={looking.model} onChange={(model) => change({ model })} />
      </div>
      {!(looking.view === 'kanban' && looking.by === 'grade') && (
        <Choices<Grade | 'all'>
          label={t('grade_label')}
          hideLabel
          options={[
            { value: 'all', label: t('all') },
            ...grades.map((each) => ({ value: each, label: labels[each], note: t(`grade_short.${each}`) })),
          ]}
          value={looking.grade ?? 'all'}
          onChange={(next) => change({ grade: next === 'all' ? null : next })}
        />
      )}
      {looking.attention && (
        <AttentionFilter attention={looking.attention} onRemove={() => change({ attention: null })} />
      )}
    </div>
  );
}

function ModelFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('prospects');
  const models = useQuery({
    queryKey: ['models', 'shown'],
    queryFn: () => get<Page<Model>>('/models', { limit: 200, retired: false }),
    staleTime: 10 * 60_000,
  });
  return (
    <Select
      aria-label={t('model_label')}
      placeholder={t('all_models')}
      data={
        models.data?.items.map(({ id, series, name }) => ({ value: id, label: `${series} ${name}` })) ?? []
      }
      value={value}
      clearable
      searchable
      onChange={onChange}
    />
  );
}
