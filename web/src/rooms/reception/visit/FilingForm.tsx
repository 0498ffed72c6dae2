import { Button, Select, SimpleGrid, Textarea } from '@mantine/core';
import { Choices, Toggles } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { PriceRange } from '@platform/form/PriceRange';
import { FormProblem } from '@platform/form/FormProblem';
import { useTranslation } from 'react-i18next';
import type { ClosingForm } from './CloseVisit';
import { ContactFields } from './ContactFields';
import { DoneToggles, LeftAt, ModelField, useChannelOptions } from './fields';
import { registerPointers } from './register';
import { RegisterFields } from './RegisterFields';

const whens = ['this_week', 'this_month', 'next_month', 'date', 'unknown'] as const;
const shown = [
  '/customer',
  '/model_id',
  '/price_from',
  '/price_to',
  '/purchase_when',
  '/purchase_day',
  '/consent',
  '/story',
  '/channel_code',
  ...registerPointers,
];

export function FilingForm(form: ClosingForm) {
  const { t } = useTranslation('reception');
  const { visit, closing, change, error, busy } = form;
  const errorAt = useFieldErrors(error, closing);
  const channels = useChannelOptions(visit.store_id);
  return (
    <>
      <ContactFields {...form} />
      <ModelField {...form} />
      <PriceRange
        storeId={visit.store_id}
        from={closing.priceFrom}
        to={closing.priceTo}
        onChange={(priceFrom, priceTo) => change({ priceFrom, priceTo })}
        error={errorAt('/price_from') ?? errorAt('/price_to')}
      />
      <Choices
        label={t('field.purchase_when')}
        options={whens.map((value) => ({ value, label: t(`when.${value}`) }))}
        value={closing.purchaseWhen}
        onChange={(purchaseWhen) => change({ purchaseWhen })}
        error={errorAt('/purchase_when')}
      />
      {closing.purchaseWhen === 'date' && (
        <DayField
          label={t('field.purchase_day')}
          value={closing.purchaseDay || null}
          error={errorAt('/purchase_day')}
          onChange={(purchaseDay) => change({ purchaseDay })}
          onClear={() => change({ purchaseDay: '' })}
        />
      )}
      <DoneToggles {...form} />
      <Toggles
        label={t('field.consent')}
        options={[
          { value: 'follow_up', label: t('purpose.follow_up') },
          { value: 'marketing', label: t('purpose.marketing') },
        ]}
        chosen={closing.purposes}
        onChange={(purposes) => change({ purposes })}
        error={errorAt('/consent')}
      />
      <Textarea
        label={t('field.story')}
        placeholder={t('field.story_hint_filed')}
        autosize
        minRows={2}
        value={closing.story}
        error={errorAt('/story')}
        onChange={(event) => change({ story: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('field.channel')}
          data={channels}
          value={closing.channel}
          clearable
          error={errorAt('/channel_code')}
          onChange={(channel) => change({ channel })}
        />
        <LeftAt {...form} />
      </SimpleGrid>
      <RegisterFields visit={visit} value={closing} change={change} errorAt={errorAt} />
      <FormProblem error={error} shown={shown} />
      <Button type="submit" size="lg" loading={busy} fullWidth>
        {t('closing.save_filed')}
      </Button>
    </>
  );
}
