import { SimpleGrid, TextInput } from '@mantine/core';
import type { Card, CarCondition, Grade, Payment } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { PriceRange } from '@platform/form/PriceRange';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { askModels } from '@platform/picker/models';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import { surenesses, whens } from '../following/followUp';
import { grades } from '../grades';
import type { Editing } from './editing';

type Props = { card: Card; value: Editing; change: (patch: Partial<Editing>) => void; error: unknown };

export const shownFields = [
  ...['/model_id', '/colour', '/competing_model', '/car_condition', '/trade_in', '/payment'],
  ...['/price_from', '/price_to', '/purchase_when', '/purchase_day', '/sureness', '/grade', '/grade_reason'],
];

const conditions: CarCondition[] = ['new_car', 'used_car'];
const payments: Payment[] = ['cash', 'loan', 'lease'];

export function EditFields({ card, value, change, error }: Props) {
  const { t } = useTranslation('prospects/cards');
  const errorAt = useFieldErrors(error, value);
  return (
    <>
      <AsyncPicker
        label={t('field.model_id')}
        name="models"
        ask={askModels}
        value={value.model}
        error={errorAt('/model_id')}
        onChange={(model) => change({ model })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('field.colour')}
          maxLength={40}
          value={value.colour}
          error={errorAt('/colour')}
          onChange={(event) => change({ colour: event.currentTarget.value })}
        />
        <TextInput
          label={t('field.competing_model')}
          maxLength={60}
          value={value.competing_model}
          error={errorAt('/competing_model')}
          onChange={(event) => change({ competing_model: event.currentTarget.value })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Choices
          label={t('field.car_condition')}
          options={conditions.map((each) => ({ value: each, label: t(`prospects:condition.${each}`) }))}
          value={value.car_condition}
          onChange={(car_condition) => change({ car_condition })}
          error={errorAt('/car_condition')}
        />
        <Choices
          label={t('field.trade_in')}
          options={[
            { value: 'yes', label: t('platform:yes') },
            { value: 'no', label: t('platform:no') },
          ]}
          value={value.trade_in === null ? null : value.trade_in ? 'yes' : 'no'}
          onChange={(answer) => change({ trade_in: answer === 'yes' })}
          error={errorAt('/trade_in')}
        />
      </SimpleGrid>
      <Choices
        label={t('field.payment')}
        options={payments.map((each) => ({ value: each, label: t(`prospects:payment.${each}`) }))}
        value={value.payment}
        onChange={(payment) => change({ payment })}
        error={errorAt('/payment')}
      />
      <PriceRange
        storeId={card.store_id}
        from={value.price_from}
        to={value.price_to}
        onChange={(price_from, price_to) => change({ price_from, price_to })}
        error={errorAt('/price_from') ?? errorAt('/price_to')}
      />
      <WhenFields card={card} value={value} change={change} errorAt={errorAt} />
    </>
  );
}

type PartProps = Pick<Props, 'card' | 'value' | 'change'> & {
  errorAt: (pointer: string) => string | undefined;
};

/** The grade follows from the day; somebody who knows better says why. */
function WhenFields({ card, value, change, errorAt }: PartProps) {
  const { t } = useTranslation('prospects/cards');
  const labels = useGradeLabels(card.store_id);
  return (
    <>
      <Choices
        label={t('field.purchase_when')}
        options={whens.map((when) => ({ value: when, label: t(`prospects:when.${when}`) }))}
        value={value.purchase_when}
        onChange={(purchase_when) => change({ purchase_when })}
        error={errorAt('/purchase_when')}
      />
      {value.purchase_when === 'date' && (
        <DayField
          label={t('field.expected_on')}
          value={value.purchase_day}
          error={errorAt('/purchase_day')}
          onChange={(purchase_day) => change({ purchase_day })}
          onClear={() => change({ purchase_day: null })}
        />
      )}
      <Choices
        label={t('field.sureness')}
        options={surenesses.map((each) => ({ value: each, label: t(`prospects:sureness.${each}`) }))}
        value={value.sureness}
        onChange={(sureness) => change({ sureness })}
        error={errorAt('/sureness')}
      />
      <Choices<Grade | 'by_day'>
        label={t('field.grade')}
        options={[
          { value: 'by_day', label: t('by_day') },
          ...grades.map((each) => ({ value: each, label: labels[each] })),
        ]}
        value={value.grade ?? 'by_day'}
        onChange={(grade) => change({ grade: grade === 'by_day' ? null : grade })}
        error={errorAt('/grade')}
      />
      {(value.grade !== null || errorAt('/grade_reason')) && (
        <TextInput
          label={t('field.grade_reason')}
          maxLength={200}
          value={value.grade_reason}
          error={errorAt('/grade_reason')}
          onChange={(event) => change({ grade_reason: event.currentTarget.value })}
        />
      )}
    </>
  );
}
