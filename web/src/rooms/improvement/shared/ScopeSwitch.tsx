import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scope } from './scope';
import { useView } from '@platform/useView';

/** For those who see more than one store: the one in the header, or all of its group together. */
export function ScopeSwitch({ scope }: { scope: Scope }) {
  const { t } = useTranslation('improvement');
  const { change } = useView();
  const { store } = scope;
  const siblings = scope.stores.filter(({ group_id }) => group_id === store.group_id);
  if (siblings.length < 2) return null;
  const gone = { person: null, list: null };
  return (
    <SegmentedControl
      aria-label={t('scope.label')}
      value={scope.kind}
      data={[
        { value: 'store', label: store.name },
        { value: 'group', label: t('scope.group', { count: siblings.length }) },
      ]}
      onChange={(kind) =>
        change(
          kind === 'group'
            ? { ...gone, store: null, group: store.group_id }
            : { ...gone, group: null, store: store.id },
        )
      }
    />
  );
}
