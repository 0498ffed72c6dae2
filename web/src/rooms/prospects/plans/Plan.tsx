import { lazy, Suspense } from 'react';
import type { Appointment, TestDrive } from '@platform/api/types';
import type { Planned } from './usePlan';

const PlanSheet = lazy(() => import('./PlanSheet'));
const DrivenSheet = lazy(() => import('./DrivenSheet'));
const WithdrawDialog = lazy(() => import('./WithdrawDialog'));

/** What is open about a plan; one at a time. */
export type Opened =
  | { kind: 'plan'; planned: Planned }
  | { kind: 'driven'; drive: TestDrive }
  | { kind: 'withdraw'; appointment?: Appointment; drive?: TestDrive };

/** The sheets come with the first touch: the pages that they open on are fetched without them. */
export function Plan({ opened, onClose }: { opened: Opened | null; onClose: () => void }) {
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      {opened.kind === 'plan' && <PlanSheet planned={opened.planned} onClose={onClose} />}
      {opened.kind === 'driven' && <DrivenSheet drive={opened.drive} onClose={onClose} />}
      {opened.kind === 'withdraw' && <WithdrawDialog {...opened} onClose={onClose} />}
    </Suspense>
  );
}
