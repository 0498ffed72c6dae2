import { Button, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import type { Model } from '@platform/api/types';
import { showMoney } from '@platform/format/money';
import { useFormat } from '@platform/format/useFormat';
import { newId } from '@platform/id';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import { ModelDrawer, type ModelValue } from './ModelDrawer';

export default function ModelsPage() {
  const { t } = useTranslation('dealership/settings');
  const { currency } = useStore();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const [retiredToo, setRetiredToo] = useState(false);
  const [open, setOpen] = useState<Model | ModelValue | null>(null);
  const models = usePages<Model>(['models'], '/models', { q, retired: String(retiredToo) });
  // Most new models are of the brand that was added last.
  const [last] = models.items.toSorted((a, b) => b.id.localeCompare(a.id));
  const add = () =>
    setOpen({
      id: newId(),
      brand: last?.brand ?? '',
      series: '',
      name: '',
      price: '',
      currency: last?.currency ?? currency,
      retired: false,
    });
  const addButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
      {t('models.add')}
    </Button>
  );

  return (
    <SettingsFrame>
      <PageTitle title={t('nav.models')}>{addButton}</PageTitle>
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label={t('models.search')}
          placeholder={t('models.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          className={classes.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Switch
          label={t('retired.show')}
          checked={retiredToo}
          onChange={(event) => setRetiredToo(event.currentTarget.checked)}
        />
      </div>
      <PagedList
        pages={models}
        empty={
          q ? (
            <EmptyPanel title={t('none_found')} text={t('models.none_found')} />
          ) : (
            <EmptyPanel title={t('models.empty')} text={t('models.empty_text')}>
              {addButton}
            </EmptyPanel>
          )
        }
      >
        {(items) => (
          <ul className={classes.list}>
            {items.map((model) => (
              <ModelRow key={model.id} model={model} open={() => setOpen(model)} />
            ))}
          </ul>
        )}
      </PagedList>
      {open && <ModelDrawer key={open.id} model={open} known={models.items} close={() => setOpen(null)} />}
    </SettingsFrame>
  );
}

function ModelRow({ model, open }: { model: Model; open: () => void }) {
  const { t } = useTranslation('dealership/settings');
  const { language } = useFormat();
  return (
    <li className={classes.row} data-retired={model.retired || undefined}>
      <button type="button" className={classes.open} onClick={open}>
        {model.name}
      </button>
      <div className={`quiet ${classes.small}`}>
        {model.brand} · {model.series}
      </div>
      <div className={`numbers ${classes.end}`}>
        {model.retired
          ? t('retired.is')
          : model.list_price !== null && showMoney(model.list_price, model.currency, language)}
      </div>
    </li>
  );
}
