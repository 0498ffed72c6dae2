import { Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { Choices, Toggles } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { PriceRange } from '@platform/form/PriceRange';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { askModels } from '@platform/picker/models';
import { useTranslation } from 'react-i18next';
import { PartySize } from '../door/PartySize';
import { AppointedField } from './AppointedField';
import type { Done } from './closing';
import { ClockField } from './ClockField';
import type { Editing } from './editing';
import { useChannelOptions } from './fields';
import { registerPointers } from './register';
import { RegisterFields } from './RegisterFields';
import { UnfiledEdit } from './UnfiledEdit';

type Props = { visit: Visit; value: Editing; change: (patch: Partial<Editing>) => void; error: unknown };

export const shownFields = [
  ...['/arrived_at', '/left_at', '/channel_code', '/occasion', '/model_id', '/price_from', '/price_to'],
  ...['/purchase_when', '/purchase_day', '/story', '/reason_code', '/asks', '/second_face'],
  '/appointed_at',
  ...registerPointers,
];

const whens = ['this_week', 'this_month', 'next_month', 'date', 'unknown'] as const;
const dones: Done[] = ['test_drive', 'quote', 'trade_in'];

/** What fits the standing; the server refuses the rest. */
export function EditFields({ visit, value, change, error }: Props) {
  const { t } = useTranslation('reception');
  const errorAt = useFieldErrors(error);
  const channels = useChannelOptions(visit.store_id);
  const filed = visit.standing === 'filed';
  const closed = filed || visit.standing === 'unfiled';
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <ClockField
          label={t('field.arrived_at')}
          visit={visit}
          value={value.arrived_at}
          error={errorAt('/arrived_at')}
          onChange={(arrived_at) => arrived_at && change({ arrived_at })}
        />
        <ClockField
          label={t('field.left_at')}
          visit={visit}
          value={value.left_at}
          error={errorAt('/left_at')}
          onChange={(left_at) => change({ left_at })}
        />
      </SimpleGrid>
      {visit.way === 'appointment' && (
        <AppointedField
          visit={visit}
          value={value.appointed_at}
          error={errorAt('/appointed_at')}
          onChange={(appointed_at) => change({ appointed_at })}
        />
      )}
      <div>
        <Text size="sm" className="label">
          {t('visit.party_size')}
        </Text>
        <PartySize value={value.party_size} onChange={(party_size) => change({ party_size })} />
      </div>
      <Choices
        label={t('field.occasion')}
        options={[
          { value: 'first', label: t('occasion.first') },
          { value: 'again', label: t('occasion.again') },
        ]}
        value={value.occasion}
        onChange={(occasion) => change({ occasion })}
        error={errorAt('/occasion')}
      />
      <Select
        label={t('field.channel')}
        data={channels}
        value={value.channel_code}
        clearable
        error={errorAt('/channel_code')}
        onChange={(channel_code) => change({ channel_code })}
      />
      {visit.standing === 'unfiled' && (
        <UnfiledEdit storeId={visit.store_id} value={value} change={change} errorAt={errorAt} />
      )}
      {closed && (
        <AsyncPicker
          label={t('field.model')}
          name="models"
          ask={askModels}
          value={value.model}
          error={errorAt('/model_id')}
          onChange={(model) => change({ model })}
        />
      )}
      {filed && (
        <>
          <PriceRange
            storeId={visit.store_id}
            from={value.price_from}
            to={value.price_to}
            onChange={(price_from, price_to) => change({ price_from, price_to })}
            error={errorAt('/price_from') ?? errorAt('/price_to')}
          />
          <Choices
            label={t('field.purchase_when')}
            options={whens.map((when) => ({ value: when, label: t(`when.${when}`) }))}
            value={value.purchase_when}
            onChange={(purchase_when) => change({ purchase_when })}
            error={errorAt('/purchase_when')}
          />
          {value.purchase_when === 'date' && (
            <DayField
              label={t('field.purchase_day')}
              value={value.purchase_day}
              error={errorAt('/purchase_day')}
              onChange={(purchase_day) => change({ purchase_day })}
              onClear={() => change({ purchase_day: null })}
            />
          )}
        </>
      )}
      {closed && (
        <Toggles
          label={t('field.done')}
          options={dones.map((done) => ({ value: done, label: t(`field.${done}`) }))}
          chosen={dones.filter((done) => value[done])}
          onChange={(chosen) =>
            change(Object.fromEntries(dones.map((done) => [done, chosen.includes(done)])))
          }
        />
      )}
      <RegisterFields visit={visit} value={value} change={change} errorAt={errorAt} />
      <Textarea
        label={t('field.story')}
        autosize
        minRows={2}
        value={value.story ?? ''}
        error={errorAt('/story')}
        onChange={(event) => change({ story: event.currentTarget.value })}
      />
    </>
  );
}
