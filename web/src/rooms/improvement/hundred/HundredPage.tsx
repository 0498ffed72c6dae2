import { Button } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHundred } from '../shared/api';
import { LinkButton } from '../shared/LinkButton';
import { monthAt, readMonth } from '../shared/months';
import { ScopeSwitch } from '../shared/ScopeSwitch';
import { useScope, type Scope } from '../shared/scope';
import { useLabels, type Labels } from '../shared/useLabels';
import { useView } from '@platform/useView';
import type { Hundred } from '../types';
import { Filters } from './Filters';
import { GroupDrawer } from './GroupDrawer';
import classes from './hundred.module.css';
import { Picture } from './Picture';
import { Headline, Rates } from './Rates';
import { flocksOf } from './states';
import { useTelling } from './useTelling';

/** The last hundred who came for the first time, and what became of them. */
export default function HundredPage() {
  const { t } = useTranslation('improvement/hundred');
  const scope = useScope();
  const labels = useLabels(scope);
  const can = useCan();
  const { query } = useView();
  const month = readMonth(query.get('month'));
  const now = monthAt(useNow(), scope.store.time_zone);
  const hundred = useHundred(scope, {
    month,
    from: query.get('from'),
    salesperson_id: query.get('person'),
    channel_code: query.get('channel'),
    model_id: query.get('model'),
  });
  return (
    <>
      <PageTitle
        title={can('visits.read') ? t('title') : t('title_own')}
        note={scope.kind === 'store' ? scope.store.name : t('improvement:scope.whole_group')}
      >
        <div className={`${classes.tools} no-print`}>
          <ScopeSwitch scope={scope} />
          <LinkButton pinned={{ month: now }} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </div>
      </PageTitle>
      <Filters scope={scope} month={month} figures={hundred.data?.figures ?? []} />
      <QueryView query={hundred}>
        {(data) => <View hundred={data} scope={scope} labels={labels} busy={hundred.isPlaceholderData} />}
      </QueryView>
    </>
  );
}

type Props = { hundred: Hundred; scope: Scope; labels: Labels; busy: boolean };

function View({ hundred, scope, labels, busy }: Props) {
  const { query, change } = useView();
  const flocks = flocksOf(hundred.groups, hundred.figures);
  const filtered = ['month', 'from', 'person', 'channel', 'model'].some((name) => query.has(name));
  const shown = flocks.find((flock) => flock.key === query.get('show')) ?? null;
  return (
    <>
      <Summary hundred={hundred} scope={scope} labels={labels} />
      {hundred.figures.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : (
        <div className={classes.layout} aria-busy={busy}>
          <div className={classes.headline}>
            <Headline rate={hundred.rate} />
          </div>
          <div className={classes.sheet}>
            <Picture
              flocks={flocks}
              scope={scope}
              labels={labels}
              openGroup={(key) => change({ show: key })}
            />
          </div>
          <Rates hundred={hundred} />
        </div>
      )}
      <GroupDrawer flock={shown} scope={scope} labels={labels} onClose={() => change({ show: null })} />
    </>
  );
}

/** The picture in one sentence; told again whenever it changes. */
function Summary({ hundred, scope, labels }: Omit<Props, 'busy'>) {
  const { t } = useTranslation('improvement/hundred');
  const format = useFormat(scope.store);
  const tell = useTelling(scope, labels);
  const { figures, groups } = hundred;
  const [first, last] = [figures[0], figures.at(-1)];
  const parts = groups.map((group) => t('summary.part', { group: tell.group(group), count: group.count }));
  return (
    <p role="status" className={classes.summary}>
      {first && last
        ? t('summary.whole', {
            count: figures.length,
            from: format.day(format.dayOf(first.arrived_at)),
            to: format.day(format.dayOf(last.arrived_at)),
          })
        : t('summary.nobody')}
      {/* The picture says it to those who see it. */}
      <span className="screen-reader-only">{parts.join(t('semicolon'))}</span>
    </p>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('improvement/hundred');
  const can = useCan();
  if (filtered) return <EmptyPanel title={t('empty.filtered')} text={t('empty.filtered_text')} />;
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
