import type { ListEntry } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { useFormat } from '@platform/format/useFormat';
import { QueryView } from '@platform/show/QueryView';
import { useReasons } from '../api';
import { below, inUse, topLevel } from '../visits/labels';

type Props = {
  storeId: string;
  list: 'unfiled' | 'exclusion';
  label: string;
  finerLabel: string;
  group: string | null;
  reason: string | null;
  onChange: (group: string, reason: string | null) => void;
  error?: string;
};

/** A group with a single reason needs no second question. */
const onlyOne = (entries: ListEntry[]) => (entries.length === 1 ? (entries[0]?.code ?? null) : null);

/** First the group, then the reason within it: two taps, never a long list. */
export function ReasonChoices({ storeId, list, label, finerLabel, group, reason, onChange, error }: Props) {
  const format = useFormat();
  const reasons = useReasons(storeId, list);
  return (
    <QueryView query={reasons}>
      {(data) => {
        const entries = inUse(data);
        const finer = below(entries, group);
        const options = (some: ListEntry[]) =>
          some.map((entry) => ({ value: entry.code, label: format.label(entry) }));
        return (
          <>
            <Choices
              label={label}
              large
              options={options(topLevel(entries))}
              value={group}
              onChange={(next) => onChange(next, onlyOne(below(entries, next)))}
              error={finer.length <= 1 ? error : undefined}
            />
            {finer.length > 1 && (
              <Choices
                label={finerLabel}
                options={options(finer)}
                value={reason}
                onChange={(next) => group && onChange(group, next)}
                error={error}
              />
            )}
          </>
        );
      }}
    </QueryView>
  );
}
