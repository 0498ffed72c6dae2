import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../shared/scope';
import type { Labels } from '../shared/useLabels';
import { useWhen } from '../shared/useWhen';
import type { Figure, FigureGroup } from '../types';

/** What the picture says in words: of a group, and of each figure. */
export function useTelling(scope: Scope, labels: Labels) {
  const { t } = useTranslation('improvement/hundred');
  const format = useFormat(scope.store);
  const when = useWhen(scope.store);
  const group = ({ state, cause }: Pick<FigureGroup, 'state' | 'cause'>) =>
    state === 'unfiled' ? labels.reason(cause) : t(`group.${state}`);
  /** Everything the card shows, for those who hear it. */
  const figure = (each: Figure) =>
    [
      when(each.arrived_at),
      each.state === 'unfiled' ? labels.reason(each.reason_code) : t(`group.${each.state}`),
      each.salesperson?.name,
      each.model?.name,
      each.channel_code && labels.channel(each.channel_code),
      each.minutes !== null && format.span(each.minutes),
      each.story,
    ]
      .filter(Boolean)
      .join(t('comma'));
  return { group, figure };
}

export type Telling = ReturnType<typeof useTelling>;
