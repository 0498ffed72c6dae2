import { Switch } from '@mantine/core';
import { useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import { ListEditor } from './ListEditor';

export default function ChannelsPage() {
  const { t } = useTranslation('dealership/settings');
  const store = useStore();
  const [retiredToo, setRetiredToo] = useState(false);
  return (
    <SettingsFrame>
      <PageTitle title={t('nav.channels')} note={store.name} />
      <p className={classes.intro}>{t('lists.channels_intro')}</p>
      <div className={classes.tools}>
        <Switch
          label={t('retired.show')}
          checked={retiredToo}
          onChange={(event) => setRetiredToo(event.currentTarget.checked)}
        />
      </div>
      <ListEditor which={{ storeId: store.id, list: 'channels' }} retiredToo={retiredToo} />
    </SettingsFrame>
  );
}
