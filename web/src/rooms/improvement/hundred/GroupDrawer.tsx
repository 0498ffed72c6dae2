import { useTranslation } from 'react-i18next';
import type { Scope } from '../shared/scope';
import { SideDrawer } from '@platform/show/SideDrawer';
import type { Labels } from '../shared/useLabels';
import { VisitLines } from '../shared/VisitLines';
import type { Flock } from './states';
import { useTelling } from './useTelling';

type Props = { flock: Flock | null; scope: Scope; labels: Labels; onClose: () => void };

/** A group of the hundred, one by one: the same figures, so there are as many as the group says. */
export function GroupDrawer({ flock, scope, labels, onClose }: Props) {
  const { t } = useTranslation('improvement/hundred');
  const tell = useTelling(scope, labels);
  return (
    <SideDrawer
      title={flock && `${tell.group(flock.group)} · ${t('people', { count: flock.group.count })}`}
      onClose={onClose}
    >
      {flock && (
        <VisitLines visits={[...flock.figures].reverse()} labels={labels} stores={scope.kind === 'group'} />
      )}
    </SideDrawer>
  );
}
