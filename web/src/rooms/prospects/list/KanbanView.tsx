import { SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { get, inStore } from '@platform/api/client';
import type { Card, Grade, Items } from '@platform/api/types';
import { monthOf } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grades } from '../grades';
import { KanbanColumn, type Lane } from './KanbanColumn';
import classes from './kanban.module.css';
import { askedOf, type Looking } from './looking';
import { MoveDialog, type Move } from './MoveDialog';
import type { Stage, StageColumn } from './types';

type Props = { looking: Looking; change: (changes: Record<string, string | null>) => void };

const open: Stage[] = ['fresh', 'following', 'test_driven', 'quoted', 'ordered', 'loss_asked'];
const ended: Stage[] = ['delivered', 'lost'];

/** The cards as columns: by grade, or by how far they have come. On a phone one column at a time. */
export default function KanbanView({ looking, change }: Props) {
  const { t } = useTranslation('prospects/list');
  const store = useStore();
  const format = useFormat();
  const [move, setMove] = useState<Move | null>(null);
  const month = monthOf(format.dayOf(useNow()));
  // What has ended is shown for this month: years of it tell nobody what to do.
  const asked: Record<string, string | null> =
    looking.by === 'grade'
      ? { ...askedOf(looking), grade: null }
      : { ...askedOf({ ...looking, standing: 'all' }), closed_from: month };
  const counts = useQuery({
    queryKey: ['prospects', store.id, 'columns', asked],
    queryFn: ({ signal }) => get<Items<StageColumn>>(`${inStore(store.id)}/prospects/columns`, asked, signal),
  });
  return (
    <>
      <SegmentedControl
        aria-label={t('by')}
        className={classes.by}
        data={(['grade', 'stage'] as const).map((value) => ({ value, label: t(`by_${value}`) }))}
        value={looking.by}
        onChange={(by) => change({ by: by === 'grade' ? null : by, grade: null })}
      />
      <QueryView query={counts}>
        {({ items }) => <Columns lanes={lanesOf(looking.by, items)} asked={asked} onMove={setMove} />}
      </QueryView>
      {move && <MoveDialog move={move} close={() => setMove(null)} />}
    </>
  );
}

function lanesOf(by: Looking['by'], counts: StageColumn[]): Lane[] {
  const sum = (of: (each: StageColumn) => boolean) =>
    counts
      .filter(of)
      .reduce((all, { cards, overdue }) => ({ cards: all.cards + cards, overdue: all.overdue + overdue }), {
        cards: 0,
        overdue: 0,
      });
  if (by === 'grade') {
    return (['N', ...grades.filter((grade) => grade !== 'N')] as Grade[]).map((grade) => ({
      key: grade,
      grade,
      ...sum((each) => each.grade === grade),
    }));
  }
  return [...open, ...ended].map((stage) => ({ key: stage, stage, ...sum((each) => each.stage === stage) }));
}

type ColumnsProps = {
  lanes: Lane[];
  asked: Record<string, string | null>;
  onMove: (move: Move) => void;
};

function Columns({ lanes, asked, onMove }: ColumnsProps) {
  const { t } = useTranslation('prospects/list');
  const labels = useGradeLabels();
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<Card | null>(null);
  const lane = lanes.find(({ key }) => key === chosen) ?? lanes.find(({ cards }) => cards > 0) ?? lanes[0];
  const name = ({ grade, stage }: Lane) =>
    grade ? t(`prospects:grade.${grade}`, labels) : t(`stage.${stage}`);
  const shown = narrow ? (lane ? [lane] : []) : lanes;
  return (
    <>
      {narrow && lane && (
        <Select
          aria-label={t('column_label')}
          className={classes.chooser}
          data={lanes.map((each) => ({ value: each.key, label: `${name(each)} · ${each.cards}` }))}
          value={lane.key}
          allowDeselect={false}
          onChange={setChosen}
        />
      )}
      <div className={classes.columns} data-count={shown.length}>
        {shown.map((each) => (
          <KanbanColumn
            key={each.key}
            lane={each}
            name={name(each)}
            asked={asked}
            dragged={dragged}
            onDrag={setDragged}
            onMove={onMove}
          />
        ))}
      </div>
    </>
  );
}
