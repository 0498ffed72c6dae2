import { useTranslation } from 'react-i18next';
import { widenedBy } from '../charts/funnelOption';
import { percent } from '../shared/percent';
import type { GroupPoint, Groups } from '../types';

/** Below this the limits are as good as those of chance alone. */
const wider = 1.05;

/** What a chart of groups says: who lies beyond chance, and whether the limits had to be widened for that. */
export function useFinding() {
  const { t } = useTranslation('improvement/unfiled');
  return ({ groups, overall }: Pick<Groups, 'groups' | 'overall'>, nameOf: (point: GroupPoint) => string) => {
    const times = widenedBy(groups, overall);
    const widened = times > wider;
    const beyond = groups.filter((point) => point.beyond && point.value !== '');
    const unknown = groups.find(({ value }) => value === '');
    const parts = [
      widened && t('by.widened', { times: times.toFixed(1) }),
      beyond.length > 0
        ? t('by.beyond', { names: beyond.map(nameOf).join(t('comma')) })
        : t(widened ? 'by.inside_widened' : 'by.inside'),
      unknown?.beyond &&
        unknown.rate !== null &&
        overall !== null &&
        unknown.rate > overall &&
        t('by.unknown', { name: nameOf(unknown), rate: percent(unknown.rate) }),
    ];
    return parts
      .filter((part): part is string => Boolean(part))
      .reduce((first, second) => t('both', { first, second }));
  };
}
