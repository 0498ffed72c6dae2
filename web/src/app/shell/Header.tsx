import { ActionIcon, Modal, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useChooseStore, useMe, useStore } from '@platform/session/session';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AccountMenu } from './AccountMenu';
import { Mark } from './Mark';
import { LanguageToggle, ThemeMenu } from './preferences';
import { SearchBox } from './SearchBox';
import classes from './shell.module.css';
import { useCan } from '@platform/session/session';

export function Header() {
  const can = useCan();
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.brand} aria-label="关系 Guanxi">
        <Mark />
      </Link>
      <StoreSwitcher />
      {can('customers.read', 'customers.own') && <Search />}
      <div className={classes.tools}>
        <span className={classes.wideOnly}>
          <LanguageToggle />
          <ThemeMenu />
        </span>
        <AccountMenu />
      </div>
    </header>
  );
}

const sameEverywhere = ['month', 'from', 'to', 'channel', 'model', 'tables'];

function StoreSwitcher() {
  const { t } = useTranslation('app');
  const me = useMe();
  const store = useStore();
  const choose = useChooseStore();
  const [query, setQuery] = useSearchParams();
  const change = (id: string) => {
    choose(id);
    // A page whose address names the store, or all of them, goes along; what only that store had stays behind.
    if (!query.has('store') && !query.has('group')) return;
    const kept = [...query].filter(([name]) => sameEverywhere.includes(name));
    setQuery([...kept, ['store', id]], { replace: true });
  };
  if (me.stores.length < 2) return <span className={classes.storeName}>{store.name}</span>;
  return (
    <Select
      aria-label={t('shell.store')}
      className={classes.storePicker}
      // As wide as the name, so that its arrow stands beside it.
      w={`${store.name.length + 3}em`}
      data={me.stores.map((each) => ({ value: each.id, label: each.name }))}
      value={store.id}
      onChange={(id) => id && change(id)}
      allowDeselect={false}
      searchable={me.stores.length > 8}
      variant="unstyled"
      comboboxProps={{ width: 260, position: 'bottom-start' }}
    />
  );
}

function Search() {
  const { t } = useTranslation('app');
  const wide = useRef<HTMLInputElement>(null);
  const [overlay, setOverlay] = useState(false);
  useHotkeys([['/', () => wide.current?.focus()]]);
  return (
    <>
      <div className={classes.searchWide}>
        <SearchBox inputRef={wide} />
      </div>
      <ActionIcon
        className={classes.searchNarrow}
        aria-label={t('search.label')}
        onClick={() => setOverlay(true)}
      >
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
      <Modal
        opened={overlay}
        onClose={() => setOverlay(false)}
        fullScreen
        title={t('search.label')}
        closeButtonProps={{ 'aria-label': t('platform:close') }}
      >
        <SearchBox inline onDone={() => setOverlay(false)} />
      </Modal>
    </>
  );
}
