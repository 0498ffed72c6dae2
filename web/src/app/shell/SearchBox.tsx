import { Combobox, Kbd, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { get } from '@platform/api/client';
import type { Found, Items } from '@platform/api/types';
import { useMe } from '@platform/session/session';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const fromLetters = 2;

type Props = { inputRef?: Ref<HTMLInputElement>; inline?: boolean; onDone?: () => void };

/** Name, pinyin, part of a phone number or a plate: one box for all of them. */
export function SearchBox({ inputRef, inline, onDone }: Props) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const manyStores = useMe().stores.length > 1;
  const combobox = useCombobox();
  const [text, setText] = useState('');
  const [question] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    queryKey: ['search', question],
    queryFn: ({ signal }) => get<Items<Found>>('/search', { q: question }, signal),
    enabled: question.length >= fromLetters,
    placeholderData: keepPreviousData,
  });
  const items = question.length >= fromLetters ? (found.data?.items ?? []) : [];

  // Enter opens the first hit without an arrow key.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (found.data) selectFirstOption();
  }, [found.data, selectFirstOption]);

  const go = (id: string) => {
    const item = items.find((each) => each.id === id);
    if (!item) return;
    setText('');
    combobox.closeDropdown();
    onDone?.();
    void navigate(`/stores/${item.store_id}/customers/${item.id}`);
  };

  const options = (
    <Combobox.Options aria-label={t('search.label')}>
      {items.map((item) => (
        <Combobox.Option key={item.id} value={item.id}>
          <strong>{item.name}</strong>{' '}
          <span className="quiet numbers">
            {item.phone_display ?? item.wechat ?? item.email ?? item.plate}
          </span>
          <div className="quiet">
            {[item.salesperson?.name, manyStores ? item.store_name : null].filter(Boolean).join(' · ')}
          </div>
        </Combobox.Option>
      ))}
      {question.length >= fromLetters && found.isSuccess && items.length === 0 && (
        <Combobox.Empty>{t('search.nothing')}</Combobox.Empty>
      )}
      {found.isError && <Combobox.Empty>{t('platform:problem.network')}</Combobox.Empty>}
    </Combobox.Options>
  );

  return (
    <Combobox store={combobox} onOptionSubmit={go} width={380} position="bottom-start">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          ref={inputRef}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          rightSection={
            found.isFetching ? <Loader size={14} /> : inline || text ? null : <Kbd size="xs">/</Kbd>
          }
          value={text}
          data-autofocus={inline || undefined}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      {inline ? (
        <div style={{ marginTop: 12 }}>{options}</div>
      ) : (
        <Combobox.Dropdown hidden={question.length < fromLetters}>{options}</Combobox.Dropdown>
      )}
    </Combobox>
  );
}
