import { SimpleGrid, TextInput } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { More } from '@platform/form/More';
import { useTranslation } from 'react-i18next';
import { registerPointers, type Register } from './register';
import { TransportField } from './TransportField';

type Props = {
  visit: Visit;
  value: Register;
  change: (patch: Partial<Register>) => void;
  errorAt: (pointer: string) => string | undefined;
};

/** Folded away: what the paper form has room for must not make a filing slower. */
export function RegisterFields({ visit, value, change, errorAt }: Props) {
  const { t } = useTranslation('reception');
  const line = (name: 'colour' | 'current_car' | 'competing_model', most: number) => (
    <TextInput
      label={t(`field.${name}`)}
      maxLength={most}
      value={value[name]}
      error={errorAt(`/${name}`)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <More
      label={t('closing.more')}
      said={[
        value.transport && t(`transport.${value.transport}`),
        ...[value.colour, value.current_car, value.competing_model],
      ]}
      wrong={registerPointers.some((pointer) => errorAt(pointer) !== undefined)}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {visit.kind === 'visit' && (
          <TransportField
            value={value.transport}
            error={errorAt('/transport')}
            onChange={(transport) => change({ transport })}
          />
        )}
        {line('colour', 40)}
        {line('current_car', 60)}
        {line('competing_model', 60)}
      </SimpleGrid>
      {visit.kind === 'visit' && (
        <Choices
          label={t('field.questionnaire')}
          options={[
            { value: 'yes', label: t('platform:yes') },
            { value: 'no', label: t('platform:no') },
          ]}
          value={value.questionnaire === null ? null : value.questionnaire ? 'yes' : 'no'}
          onChange={(answer) => change({ questionnaire: answer === 'yes' })}
          error={errorAt('/questionnaire')}
        />
      )}
    </More>
  );
}
