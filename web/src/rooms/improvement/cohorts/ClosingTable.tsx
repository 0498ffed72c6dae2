import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { percent } from '../shared/percent';
import type { CohortAge, Cohorts } from '../types';
import { Count, DataTable } from '../unfiled/DataTable';
import classes from './cohorts.module.css';
import { ages, type Behind } from './fates';

type Props = { cohorts: Cohorts; open: (behind: Behind) => void };

/** How many of each month had bought by each age. A month that has not got so far yet has no number there. */
export function ClosingTable({ cohorts, open }: Props) {
  const { t } = useTranslation('improvement/cohorts');
  const format = useFormat();
  const rows = [...cohorts.months].reverse().map(({ month, first_visits, ages: reached }) => {
    const name = format.month(`${month}-01`);
    const cells = reached.map((age) => (
      <Closed
        key={age.days}
        age={age}
        whole={age.reached === first_visits}
        of={`${name} · ${t('age.days', { count: age.days })} · ${t('improvement:state.closed')}`}
        open={() => open({ month, days: age.days, fate: 'closed' })}
      />
    ));
    return { key: month, name, cells: [first_visits, ...cells] };
  });
  const total = cohorts.months.reduce((sum, { first_visits }) => sum + first_visits, 0);
  rows.push({
    key: 'all',
    name: t('table.all'),
    cells: [total, ...cohorts.overall.map((age) => <Closed key={age.days} age={age} whole of="" />)],
  });
  return (
    <DataTable
      label={t('table.title')}
      head={[t('table.month'), t('table.first'), ...ages.map((age) => t('age.days', { count: age }))]}
      rows={rows}
    />
  );
}

type ClosedProps = { age: CohortAge; whole: boolean; of: string; open?: () => void };

function Closed({ age: { closed, reached, rate }, whole, of, open }: ClosedProps) {
  const { t } = useTranslation('improvement/cohorts');
  if (rate === null) return <span aria-label={t('table.none')}>–</span>;
  return (
    <span className={classes.closed} data-part={!whole || undefined}>
      <Count count={closed} of={of} open={open} />
      <small>
        {percent(rate)}
        {!whole && ` ${t('table.of', { count: reached })}`}
      </small>
    </span>
  );
}
