import { TextInput } from '@mantine/core';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm } from '../shared/RecordForm';
import type { Group } from '../types';
import { addGroup, saveGroup, type GroupValue } from './api';

type Props = { group: GroupValue | Group; close: () => void };

export function GroupDrawer({ group, close }: Props) {
  const { t } = useTranslation('dealership/settings');
  const client = useQueryClient();
  const version = 'version' in group ? group.version : undefined;
  return (
    <EditDrawer title={version ? group.name : t('groups.add')} close={close}>
      <RecordForm<GroupValue, Group>
        name={version ? `group.${group.id}` : 'group.new'}
        initial={{ id: group.id, name: group.name }}
        version={version}
        save={(value, at) => (version ? saveGroup(value, at) : addGroup(value))}
        read={({ id, name }) => ({ id, name })}
        compare={({ name }) => [{ label: t('field.group_name'), text: name }]}
        shown={['/name']}
        done={(_record, saved) => {
          if (saved) say(t('saved'));
          void client.invalidateQueries({ queryKey: ['groups'] });
          close();
        }}
        cancel={close}
      >
        {({ value, change, errorAt }) => (
          <TextInput
            label={t('field.group_name')}
            description={t('groups.hint')}
            autoComplete="off"
            value={value.name}
            error={errorAt('/name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </RecordForm>
    </EditDrawer>
  );
}
