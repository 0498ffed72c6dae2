import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { get, inStore } from '@platform/api/client';
import type { Items, TestCar } from '@platform/api/types';
import { newId } from '@platform/id';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import { TestCarDrawer, type TestCarValue } from './TestCarDrawer';

/** The cars of the store that people may drive. */
export default function TestCarsPage() {
  const { t } = useTranslation('dealership/settings');
  const store = useStore();
  const [open, setOpen] = useState<TestCar | TestCarValue | null>(null);
  const cars = useQuery({
    queryKey: ['test-cars', store.id],
    queryFn: ({ signal }) => get<Items<TestCar>>(`${inStore(store.id)}/test-cars`, {}, signal),
  });
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen({ id: newId(), name: '', model: null, plate: '', retired: false })}
    >
      {t('test_cars.add')}
    </Button>
  );
  return (
    <SettingsFrame>
      <PageTitle title={t('nav.test_cars')} note={store.name}>
        {addButton}
      </PageTitle>
      <QueryView query={cars}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPanel title={t('test_cars.empty')} text={t('test_cars.empty_text')}>
              {addButton}
            </EmptyPanel>
          ) : (
            <ul className={classes.list}>
              {items.map((car) => (
                <li key={car.id} className={classes.row} data-retired={car.retired || undefined}>
                  <button type="button" className={classes.open} onClick={() => setOpen(car)}>
                    {car.name}
                  </button>
                  <div className={`quiet ${classes.small}`}>{car.model?.name}</div>
                  <div className={`numbers ${classes.end}`}>{car.retired ? t('retired.is') : car.plate}</div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {open && <TestCarDrawer key={open.id} car={open} storeId={store.id} close={() => setOpen(null)} />}
    </SettingsFrame>
  );
}
