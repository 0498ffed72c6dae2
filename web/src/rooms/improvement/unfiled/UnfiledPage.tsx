import { useCan } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Items } from '@platform/api/types';
import { useUnfiled } from '../shared/api';
import { LinkButton } from '../shared/LinkButton';
import { useListing, type Open } from '../shared/listing';
import { LogCompleteness } from '../shared/LogCompleteness';
import { ScopeSwitch } from '../shared/ScopeSwitch';
import { useScope } from '../shared/scope';
import { useLabels, type Labels } from '../shared/useLabels';
import type { Causes, Differences, Groups, MonthChart, StoreMonths } from '../types';
import { CausesPanel } from './CausesPanel';
import { DifferencesPanel } from './DifferencesPanel';
import { GroupPanel } from './GroupPanel';
import { dimensions, type Dimension } from './groups';
import { MonthsPanel } from './MonthsPanel';
import type { Place } from './Panel';
import { useRange } from './range';
import { RangePicker } from './RangePicker';
import { SmallMonths } from './SmallMonths';
import { StoresPanel } from './StoresPanel';
import classes from './unfiled.module.css';
import { VisitsDrawer } from './VisitsDrawer';

/** Why nobody has their number: when, why, with whom, and what differs. */
export default function UnfiledPage() {
  const { t } = useTranslation('improvement/unfiled');
  const scope = useScope();
  const labels = useLabels(scope);
  const { from, to, now } = useRange(scope);
  const { listing, open, close } = useListing(scope);
  const months = useUnfiled<MonthChart>(scope, 'months', { from, to });
  const range = { from, to };
  return (
    <>
      <PageTitle
        title={t('title')}
        note={scope.kind === 'store' ? scope.store.name : t('improvement:scope.whole_group')}
      >
        <div className={`${classes.tools} no-print`}>
          <ScopeSwitch scope={scope} />
          <LinkButton />
        </div>
      </PageTitle>
      <RangePicker from={from} to={to} now={now} />
      <QueryView query={months}>
        {(chart) => {
          const { filed, unfiled, open: stillOpen } = chart.overall;
          if (filed + unfiled + stillOpen === 0) return <Nothing />;
          const place = { scope, range, log: <LogCompleteness of={chart.completeness} /> };
          return (
            <div className={classes.panels}>
              {scope.kind === 'group' && <Stores place={place} />}
              <MonthsPanel place={place} chart={chart} open={open} />
              <Why place={place} labels={labels} open={open} />
              {dimensions.map((by) => (
                <By key={by} by={by} place={place} labels={labels} open={open} />
              ))}
            </div>
          );
        }}
      </QueryView>
      <VisitsDrawer listing={listing} scope={scope} range={range} labels={labels} onClose={close} />
    </>
  );
}

type PartProps = { place: Place; labels: Labels; open: Open };

function Stores({ place }: { place: Place }): ReactNode {
  const stores = useUnfiled<Groups>(place.scope, 'stores', place.range);
  const months = useUnfiled<Items<StoreMonths>>(place.scope, 'store-months', place.range);
  return (
    <>
      <QueryView query={stores}>{(groups) => <StoresPanel place={place} groups={groups} />}</QueryView>
      <QueryView query={months}>{({ items }) => <SmallMonths place={place} stores={items} />}</QueryView>
    </>
  );
}

function Why({ place, labels, open }: PartProps) {
  const causes = useUnfiled<Causes>(place.scope, 'causes', place.range);
  const differences = useUnfiled<Differences>(place.scope, 'differences', place.range);
  return (
    <>
      <QueryView query={causes}>
        {(data) => <CausesPanel place={place} causes={data} labels={labels} open={open} />}
      </QueryView>
      <QueryView query={differences}>
        {(data) => <DifferencesPanel place={place} differences={data} labels={labels} open={open} />}
      </QueryView>
    </>
  );
}

function By({ by, place, labels, open }: PartProps & { by: Dimension }) {
  const groups = useUnfiled<Groups>(place.scope, 'groups', { ...place.range, by });
  return (
    <QueryView query={groups}>
      {(data) => <GroupPanel place={place} groups={data} by={by} labels={labels} open={open} />}
    </QueryView>
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
