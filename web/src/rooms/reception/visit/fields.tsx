import { Toggles } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { useFormat } from '@platform/format/useFormat';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { askModels } from '@platform/picker/models';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../api';
import { inUse } from '../visits/labels';
import { ClockField } from './ClockField';
import type { ClosingForm } from './CloseVisit';

export function ModelField({ closing, change, error }: ClosingForm) {
  const { t } = useTranslation('reception');
  const errorAt = useFieldErrors(error, closing);
  return (
    <AsyncPicker
      label={t('field.model')}
      name="models"
      ask={askModels}
      value={closing.model}
      error={errorAt('/model_id')}
      onChange={(model) => change({ model })}
    />
  );
}

export function DoneToggles({ closing, change }: ClosingForm) {
  const { t } = useTranslation('reception');
  return (
    <Toggles
      label={t('field.done')}
      options={[
        { value: 'test_drive', label: t('field.test_drive') },
        { value: 'quote', label: t('field.quote') },
        { value: 'trade_in', label: t('field.trade_in') },
      ]}
      chosen={closing.done}
      onChange={(done) => change({ done })}
    />
  );
}

/** Only when the door has not noted it already; empty means now. */
export function LeftAt({ visit, closing, change, error }: ClosingForm) {
  const { t } = useTranslation('reception');
  const errorAt = useFieldErrors(error, closing);
  if (visit.left_at) return null;
  return (
    <ClockField
      label={t('field.left_at')}
      visit={visit}
      value={closing.leftAt}
      error={errorAt('/left_at')}
      onChange={(leftAt) => change({ leftAt })}
    />
  );
}

/** Channels by their own names; a finer one carries its group in front. */
export function useChannelOptions(storeId: string) {
  const format = useFormat();
  const channels = inUse(useChannels(storeId).data);
  return channels.map((entry) => {
    const parent = channels.find((each) => each.code === entry.parent_code);
    return {
      value: entry.code,
      label: [parent, entry].flatMap((each) => (each ? format.label(each) : [])).join(' · '),
    };
  });
}
