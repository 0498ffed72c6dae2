import { SegmentedControl, Switch } from '@mantine/core';
import { useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import { ListEditor } from './ListEditor';

type Reasons = 'unfiled' | 'exclusion';

export default function ReasonsPage() {
  const { t } = useTranslation('dealership/settings');
  const store = useStore();
  const [list, setList] = useState<Reasons>('unfiled');
  const [retiredToo, setRetiredToo] = useState(false);
  return (
    <SettingsFrame>
      <PageTitle title={t('nav.reasons')} note={store.name} />
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('nav.reasons')}
          data={[
            { value: 'unfiled', label: t('lists.unfiled') },
            { value: 'exclusion', label: t('lists.exclusion') },
          ]}
          value={list}
          onChange={(value) => setList(value as Reasons)}
        />
        <Switch
          label={t('retired.show')}
          checked={retiredToo}
          onChange={(event) => setRetiredToo(event.currentTarget.checked)}
        />
      </div>
      <p className={classes.intro}>{t(`lists.${list}_intro`)}</p>
      <ListEditor key={list} which={{ storeId: store.id, list }} retiredToo={retiredToo} />
    </SettingsFrame>
  );
}
