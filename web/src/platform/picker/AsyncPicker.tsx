import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Choice = { id: string; label: string; note?: ReactNode };

type Props = {
  label: string;
  description?: string;
  placeholder?: string;
  error?: ReactNode;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  /** Names the query; results are cached under it. */
  name: string;
  ask: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  /** How many letters before the server is asked; 0 shows the first page at once. */
  from?: number;
};

/** Picks one record by asking the server while typing. */
export function AsyncPicker({
  label,
  description,
  placeholder,
  error,
  value,
  onChange,
  name,
  ask,
  from = 0,
}: Props) {
  const { t } = useTranslation('platform');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value?.label ?? '';
  const [question] = useDebouncedValue((typed ?? '').trim(), 250);
  const asks = combobox.dropdownOpened && question.length >= from;
  const found = useQuery({
    queryKey: ['picker', name, question],
    queryFn: ({ signal }) => ask(question, signal),
    enabled: asks,
    placeholderData: keepPreviousData,
  });

  // While typing, Enter takes the first hit instead of sending the form.
  const { selectFirstOption } = combobox;
  const typing = typed !== null;
  useEffect(() => {
    if (typing && found.data) selectFirstOption();
  }, [typing, found.data, selectFirstOption]);

  const pick = (id: string) => {
    onChange(found.data?.find((each) => each.id === id) ?? null);
    setTyped(null);
    combobox.closeDropdown();
  };
  const close = () => {
    setTyped(null);
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          label={label}
          description={description}
          placeholder={placeholder ?? t('picker.placeholder')}
          error={error}
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={close}
          rightSection={
            found.isFetching ? (
              <Loader size={16} />
            ) : value ? (
              <CloseButton aria-label={t('picker.clear', { label })} onClick={() => onChange(null)} />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!asks}>
        <Combobox.Options aria-label={label} mah={260} style={{ overflowY: 'auto' }}>
          {found.data?.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id}>
              <div>{choice.label}</div>
              {choice.note && <small className="quiet">{choice.note}</small>}
            </Combobox.Option>
          ))}
          {found.data?.length === 0 && <Combobox.Empty>{t('picker.nothing')}</Combobox.Empty>}
          {found.isError && <Combobox.Empty>{t('problem.network')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
