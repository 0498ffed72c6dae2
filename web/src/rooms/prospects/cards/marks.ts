import type { Step } from '@platform/api/types';

export type Mark = 'contact' | 'attempt' | 'loss' | 'note';

/** What goes both ways is another thing than an attempt, and both are another thing than what was written down. */
export function markOf({ kind, follow_up }: Step): Mark {
  if (kind === 'visit') return 'contact';
  if (follow_up) return follow_up.reached ? 'contact' : 'attempt';
  if (kind === 'appointment_kept') return 'contact';
  return kind === 'loss_asked' || kind === 'loss_approved' || kind === 'appointment_missed' ? 'loss' : 'note';
}
