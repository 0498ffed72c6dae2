import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { get, inStore, post } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { newId } from '@platform/id';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm } from '../shared/RecordForm';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import type { TokenRecord } from '../types';
import { SecretDialog, type TokenCreated } from './SecretDialog';
import { SensorRow } from './SensorRow';

export default function SensorsPage() {
  const { t } = useTranslation('dealership/settings');
  const store = useStore();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [created, setCreated] = useState<TokenCreated | null>(null);
  const tokens = useQuery({
    queryKey: ['tokens', store.id],
    queryFn: () => get<Items<TokenRecord>>(`${inStore(store.id)}/tokens`),
  });
  const again = () => void client.invalidateQueries({ queryKey: ['tokens'] });
  const addButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('sensors.add')}
    </Button>
  );

  return (
    <SettingsFrame>
      <PageTitle title={t('nav.sensors')} note={store.name}>
        {addButton}
      </PageTitle>
      <p className={classes.intro}>{t('sensors.intro')}</p>
      <QueryView query={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPanel title={t('sensors.empty')} text={t('sensors.empty_text')}>
              {addButton}
            </EmptyPanel>
          ) : (
            <ul className={classes.list}>
              {[...items]
                .sort((a, b) => Number(a.revoked) - Number(b.revoked))
                .map((token) => (
                  <SensorRow key={token.id} token={token} storeId={store.id} changed={again} />
                ))}
            </ul>
          )
        }
      </QueryView>
      {adding && (
        <EditDrawer title={t('sensors.add')} close={() => setAdding(false)}>
          <RecordForm<{ name: string }, TokenCreated>
            name={`token.${store.id}`}
            initial={{ name: '' }}
            // A new id each time: a secret whose answer got lost is lost, and its token can be revoked.
            save={({ name }) => post<TokenCreated>(`${inStore(store.id)}/tokens`, { id: newId(), name })}
            shown={['/name']}
            settled={again}
            done={(made) => {
              setAdding(false);
              setCreated(made);
            }}
            cancel={() => setAdding(false)}
            saveLabel={t('sensors.create')}
          >
            {({ value, change, errorAt }) => (
              <TextInput
                label={t('field.sensor_name')}
                description={t('sensors.name_hint')}
                autoComplete="off"
                value={value.name}
                error={errorAt('/name')}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
            )}
          </RecordForm>
        </EditDrawer>
      )}
      {created && <SecretDialog created={created} store={store} close={() => setCreated(null)} />}
    </SettingsFrame>
  );
}
