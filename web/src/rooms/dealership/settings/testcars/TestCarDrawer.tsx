import { Switch, TextInput } from '@mantine/core';
import { inStore, post, put } from '@platform/api/client';
import type { TestCar } from '@platform/api/types';
import { AsyncPicker, type Choice } from '@platform/picker/AsyncPicker';
import { askModels } from '@platform/picker/models';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm } from '../shared/RecordForm';

export type TestCarValue = {
  id: string;
  name: string;
  model: Choice | null;
  plate: string;
  retired: boolean;
};

const shown = ['/name', '/model_id', '/plate', '/retired'];

const valueOf = ({ id, name, model, plate, retired }: TestCar): TestCarValue => ({
  id,
  name,
  model: model && { id: model.id, label: model.name },
  plate: plate ?? '',
  retired,
});

function save(storeId: string, value: TestCarValue, version?: number): Promise<TestCar> {
  const fields = {
    name: value.name.trim(),
    model_id: value.model?.id ?? null,
    plate: value.plate.trim() || null,
  };
  const cars = `${inStore(storeId)}/test-cars`;
  if (version === undefined) return post<TestCar>(cars, { id: value.id, ...fields });
  return put<TestCar>(`${cars}/${value.id}`, { ...fields, retired: value.retired }, version);
}

type Props = { car: TestCar | TestCarValue; storeId: string; close: () => void };

export function TestCarDrawer({ car, storeId, close }: Props) {
  const { t } = useTranslation('dealership/settings');
  const client = useQueryClient();
  const version = 'version' in car ? car.version : undefined;
  const compare = (value: TestCarValue) => [
    { label: t('test_cars.name'), text: value.name },
    { label: t('test_cars.model'), text: value.model?.label ?? '' },
    { label: t('test_cars.plate'), text: value.plate },
    { label: t('field.retired'), text: t(value.retired ? 'platform:yes' : 'platform:no') },
  ];
  return (
    <EditDrawer title={version ? car.name : t('test_cars.add')} close={close}>
      <RecordForm
        name={version ? `test_car.${car.id}` : `test_car.new.${storeId}`}
        initial={'version' in car ? valueOf(car) : car}
        version={version}
        save={(value, from) => save(storeId, value, from)}
        read={valueOf}
        compare={compare}
        shown={shown}
        done={(_record, saved) => {
          if (saved) say(t('saved'));
          void client.invalidateQueries({ queryKey: ['test-cars'] });
          void client.invalidateQueries({ queryKey: ['calendar'] });
          close();
        }}
        cancel={close}
      >
        {({ value, change, errorAt }) => (
          <>
            <TextInput
              label={t('test_cars.name')}
              description={t('test_cars.name_hint')}
              autoComplete="off"
              maxLength={40}
              value={value.name}
              error={errorAt('/name')}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <AsyncPicker
              label={t('test_cars.model')}
              name="models"
              ask={askModels}
              value={value.model}
              error={errorAt('/model_id')}
              onChange={(model) => change({ model })}
            />
            <TextInput
              label={t('test_cars.plate')}
              autoComplete="off"
              maxLength={20}
              value={value.plate}
              error={errorAt('/plate')}
              onChange={(event) => change({ plate: event.currentTarget.value })}
            />
            {version !== undefined && (
              <Switch
                label={t('test_cars.retire')}
                description={t('test_cars.retire_hint')}
                checked={value.retired}
                error={errorAt('/retired')}
                onChange={(event) => change({ retired: event.currentTarget.checked })}
              />
            )}
          </>
        )}
      </RecordForm>
    </EditDrawer>
  );
}
