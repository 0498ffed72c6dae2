import { Button, SegmentedControl } from '@mantine/core';
import { address } from '@platform/api/client';
import { useFormat } from '@platform/format/useFormat';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCohorts } from '../shared/api';
import { LinkButton } from '../shared/LinkButton';
import { ScopeSwitch } from '../shared/ScopeSwitch';
import { useScope, type Scope } from '../shared/scope';
import { useView } from '@platform/useView';
import type { Cohorts } from '../types';
import { RangePicker } from '../unfiled/RangePicker';
import { useRange, type Range } from '../unfiled/range';
import { ClosingTable } from './ClosingTable';
import { CohortDrawer } from './CohortDrawer';
import classes from './cohorts.module.css';
import { ageIn, ages, readAge, readBehind, writeBehind, type Behind } from './fates';
import { FateBars } from './FateBars';
import { Summary } from './Summary';

/** What became of each month's first visits after a week, a fortnight … three months. */
export default function CohortsPage() {
  const { t } = useTranslation('improvement/cohorts');
  const scope = useScope();
  const format = useFormat(scope.store);
  const { from, to, now } = useRange(scope);
  const { query, change } = useView();
  const cohorts = useCohorts(scope, { from, to });
  const days = readAge(query.get('days'));
  const open = (behind: Behind) => change({ list: writeBehind(behind) });
  return (
    <>
      <PageTitle
        title={t('title')}
        note={`${scope.kind === 'store' ? scope.store.name : t('improvement:scope.whole_group')} · ${format.month(`${from}-01`)} – ${format.month(`${to}-01`)}`}
      >
        <div className={`${classes.tools} no-print`}>
          <ScopeSwitch scope={scope} />
          <LinkButton pinned={{ from, to, days: String(days) }} />
        </div>
      </PageTitle>
      <RangePicker from={from} to={to} now={now} />
      <QueryView query={cohorts}>
        {(data) =>
          data.months.length === 0 ? (
            <EmptyPanel title={t('empty.title')} text={t('empty.text')} />
          ) : (
            <Panels cohorts={data} days={days} scope={scope} range={{ from, to }} open={open} />
          )
        }
      </QueryView>
      <CohortDrawer
        behind={readBehind(query.get('list'))}
        scope={scope}
        onClose={() => change({ list: null })}
      />
    </>
  );
}

type PanelsProps = {
  cohorts: Cohorts;
  days: number;
  scope: Scope;
  range: Range;
  open: (behind: Behind) => void;
};

function Panels({ cohorts, days, scope, range, open }: PanelsProps) {
  const { t } = useTranslation('improvement/cohorts');
  const { change } = useView();
  const young = cohorts.months.reduce(
    (sum, month) => sum + month.first_visits - (ageIn(month.ages, days)?.reached ?? 0),
    0,
  );
  return (
    <div className={classes.panels}>
      <section className={classes.panel} aria-label={t('bars.title', { days })}>
        <div className={classes.head}>
          <h2>{t('bars.title', { days })}</h2>
          <SegmentedControl
            className="no-print"
            aria-label={t('age.label')}
            value={String(days)}
            data={ages.map((age) => ({ value: String(age), label: t('age.short', { count: age }) }))}
            onChange={(value) => change({ days: value, list: null })}
          />
        </div>
        <Summary age={ageIn(cohorts.overall, days)} young={young} />
        <FateBars months={cohorts.months} days={days} open={open} />
      </section>
      <section className={classes.panel} aria-label={t('table.title')}>
        <div className={classes.head}>
          <h2>{t('table.title')}</h2>
          <Exports scope={scope} range={range} />
        </div>
        <p className="quiet">{t('table.note')}</p>
        <ClosingTable cohorts={cohorts} open={open} />
      </section>
    </div>
  );
}

function Exports({ scope, range }: { scope: Scope; range: Range }) {
  const { t } = useTranslation('improvement/cohorts');
  return (
    <div className="no-print">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          size="compact-sm"
          variant="subtle"
          href={address(`${scope.path}/unfiled/table.${kind}`, { part: 'cohorts', ...range })}
          aria-label={t('export', { format: kind.toUpperCase() })}
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
