import type { House, Name } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { useTranslation } from 'react-i18next';

type Props = {
  house: House;
  preset: Name | null;
  /** The preset is the customer's own salesperson, not the rotation's next. */
  inCharge: boolean;
  /** null: the preset. */
  chosen: string | null;
  onChoose: (id: string | null) => void;
};

export function PersonChips({ house, preset, inCharge, chosen, onChoose }: Props) {
  const { t } = useTranslation('reception');
  const others = house.duty.map((duty) => duty.person).filter((person) => person.id !== preset?.id);
  if (!preset && others.length === 0) return <p className="quiet">{t('door.nobody_on_duty')}</p>;
  const options = others.map((person) => ({
    value: person.id,
    label: person.name,
    note: undefined as string | undefined,
  }));
  if (preset) {
    const note = inCharge ? t('door.in_charge') : t('door.on_turn');
    options.unshift({ value: preset.id, label: preset.name, note });
  }
  return (
    <Choices
      label={t('door.received_by')}
      options={options}
      value={chosen ?? preset?.id ?? null}
      onChange={(id) => onChoose(id === preset?.id ? null : id)}
    />
  );
}
