import { useFormat } from '@platform/format/useFormat';
import { useCan } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { ErrorPanel } from '@platform/show/ErrorPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '@platform/list/usePages';
import { useUnfiled } from '../shared/api';
import { LinkButton } from '../shared/LinkButton';
import { useListing, type Open } from '../shared/listing';
import { LogCompleteness } from '../shared/LogCompleteness';
import { ScopeSwitch } from '../shared/ScopeSwitch';
import { useScope, type Scope } from '../shared/scope';
import { useLabels, type Labels } from '../shared/useLabels';
import type { Causes, Differences, Groups, MonthChart, StoreMonths } from '../types';
import { CausesPanel } from './CausesPanel';
import { DifferencesPanel } from './DifferencesPanel';
import { GroupPanel } from './GroupPanel';
import { isComparedIn, stacks, type Dimension } from './groups';
import { MonthsPanel } from './MonthsPanel';
import type { Place } from './Panel';
import { Part } from './Part';
import { useRange, type Range } from './range';
import { RangePicker } from './RangePicker';
import { SmallMonths } from './SmallMonths';
import { StoresDrawer } from './StoresDrawer';
import { StoresPanel } from './StoresPanel';
import classes from './unfiled.module.css';
import { VisitsDrawer } from './VisitsDrawer';

/** Why nobody has their number: when, why, with whom, and what differs. */
export default function UnfiledPage() {
  const { t } = useTranslation('improvement/unfiled');
  const scope = useScope();
  const format = useFormat(scope.store);
  const labels = useLabels(scope);
  const { from, to, now } = useRange(scope);
  const { listing, open, close } = useListing();
  const range = { from, to };
  const Behind = scope.kind === 'store' ? VisitsDrawer : StoresDrawer;
  return (
    <>
      <PageTitle
        title={t('title')}
        note={`${scope.kind === 'store' ? scope.store.name : t('improvement:scope.whole_group')} · ${format.month(`${from}-01`)} – ${format.month(`${to}-01`)}`}
      >
        <div className={`${classes.tools} no-print`}>
          <ScopeSwitch scope={scope} />
          <LinkButton pinned={range} />
        </div>
      </PageTitle>
      <RangePicker from={from} to={to} now={now} />
      <View scope={scope} range={range} labels={labels} open={open} />
      <Behind listing={listing} scope={scope} range={range} labels={labels} onClose={close} />
    </>
  );
}

type ViewProps = { scope: Scope; range: Range; labels: Labels; open: Open };

/**
 * Every part reads for itself. The months tell whether there is anything, and how complete the log is; what stands far below
 * asks after them, or its answers would be taken in before what is seen has been drawn.
 */
function View({ scope, range, labels, open }: ViewProps) {
  const months = useUnfiled<MonthChart>(scope, 'months', range);
  if (!months.data && months.isError) {
    return <ErrorPanel error={months.error} retry={() => void months.refetch()} />;
  }
  if (months.data && nobodyCame(months.data)) return <Nothing />;
  const log = months.data && <LogCompleteness of={months.data.completeness} />;
  const place = { scope, range, log };
  const asksMore = months.isSuccess && labels.ready;
  return (
    <div className={classes.panels}>
      {scope.kind === 'group' && <Stores place={place} labels={labels} />}
      <div className={classes.stack}>
        <Part query={months} labels={labels}>
          {(chart) => <MonthsPanel place={place} chart={chart} open={open} />}
        </Part>
        <Differ place={place} labels={labels} open={open} />
      </div>
      <Why place={place} labels={labels} open={open} />
      {stacks.map((stack) => (
        <div key={stack.join()} className={classes.stack}>
          {stack.filter(isComparedIn(scope)).map((by) => (
            <By key={by} by={by} place={place} labels={labels} open={open} asks={asksMore} />
          ))}
        </div>
      ))}
    </div>
  );
}

const nobodyCame = ({ overall: { filed, unfiled, open } }: MonthChart) => filed + unfiled + open === 0;

type PartProps = { place: Place; labels: Labels; open: Open };

function Stores({ place, labels }: Omit<PartProps, 'open'>) {
  const { scope, range } = place;
  const stores = useUnfiled<Groups>(scope, 'groups', { ...range, by: 'store' });
  const path = `${scope.path}/unfiled/store-months`;
  const months = usePages<StoreMonths>(['unfiled', path], path, range);
  return (
    <>
      <Part query={stores} labels={labels}>
        {(groups) => <StoresPanel place={place} groups={groups} />}
      </Part>
      <Part query={months} labels={labels}>
        {() => <SmallMonths place={place} months={months} />}
      </Part>
    </>
  );
}

function Why({ place, labels, open }: PartProps) {
  const causes = useUnfiled<Causes>(place.scope, 'causes', place.range);
  return (
    <Part query={causes} labels={labels}>
      {(data) => <CausesPanel place={place} causes={data} labels={labels} open={open} />}
    </Part>
  );
}

function Differ({ place, labels, open }: PartProps) {
  const differences = useUnfiled<Differences>(place.scope, 'differences', place.range);
  return (
    <Part query={differences} labels={labels}>
      {(data) => <DifferencesPanel place={place} differences={data} labels={labels} open={open} />}
    </Part>
  );
}

function By({ by, place, labels, open, asks }: PartProps & { by: Dimension; asks: boolean }) {
  const groups = useUnfiled<Groups>(place.scope, 'groups', { ...place.range, by }, asks);
  return (
    <Part query={groups} labels={labels}>
      {(data) => <GroupPanel place={place} groups={data} by={by} labels={labels} open={open} />}
    </Part>
  );
}

function Nothing() {
  const { t } = useTranslation('improvement/unfiled');
  const can = useCan();
  return (
    <EmptyPanel title={t('empty.title')} text={t('empty.text')}>
      {can('visits.open') && (
        <Button component={Link} to="/door" variant="default">
          {t('empty.to_door')}
        </Button>
      )}
    </EmptyPanel>
  );
}
