import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { useUnfiled } from '../shared/api';
import type { Scope } from '../shared/scope';
import { SideDrawer } from '@platform/show/SideDrawer';
import { useLabels } from '../shared/useLabels';
import { VisitLines } from '../shared/VisitLines';
import type { StoresBehind } from '../types';
import { StoresList } from '../unfiled/StoresDrawer';
import { figureOf } from '../unfiled/VisitsDrawer';
import { outcomeOf, type Behind } from './fates';

const atOnce = 100;

type Props = { behind: Behind | null; scope: Scope; onClose: () => void };

/** Who stood there: the visits of a store; of a group the stores that they came to. */
export function CohortDrawer({ behind, scope, onClose }: Props) {
  const { t } = useTranslation('improvement/cohorts');
  const format = useFormat(scope.store);
  const title =
    behind &&
    [
      format.month(`${behind.month}-01`),
      t('age.days', { count: behind.days }),
      t(`improvement:state.${behind.fate}`),
    ].join(' · ');
  const List = scope.kind === 'store' ? Visits : Stores;
  return (
    <SideDrawer title={title} onClose={onClose}>
      {behind && <List behind={behind} scope={scope} />}
    </SideDrawer>
  );
}

type ListProps = { behind: Behind; scope: Scope };

function Visits({ behind, scope }: ListProps) {
  const { t } = useTranslation('improvement/cohorts');
  const labels = useLabels(scope);
  const { month, days, fate } = behind;
  const visits = usePages<Visit>(['cohorts', scope.path, 'visits'], `${scope.path}/cohorts/visits`, {
    month,
    days,
    fate,
    limit: atOnce,
  });
  return (
    <PagedList pages={visits} empty={<p>{t('improvement/unfiled:list.nobody')}</p>}>
      {(items) => (
        <>
          <p className="quiet">
            {t(visits.hasNextPage ? 'improvement/unfiled:list.first' : 'improvement/unfiled:list.all', {
              count: items.length,
            })}
          </p>
          <VisitLines visits={items.map((visit) => figureOf(visit, fate))} labels={labels} />
        </>
      )}
    </PagedList>
  );
}

function Stores({ behind, scope }: ListProps) {
  const { month, days, fate } = behind;
  const stores = useUnfiled<StoresBehind>(scope, 'stores', {
    from: month,
    to: month,
    by: 'fate',
    value: `${days}-${fate}`,
    outcome: outcomeOf(fate),
  });
  return <QueryView query={stores}>{(found) => <StoresList behind={found} />}</QueryView>;
}
