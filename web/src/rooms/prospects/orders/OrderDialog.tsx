import { Button, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Card, Quote } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { Amount, unitOf } from '@platform/form/Amount';
import { DayField } from '@platform/form/DayField';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { useFormat } from '@platform/format/useFormat';
import { newId } from '@platform/id';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { askModels } from '@platform/picker/models';
import { useStoreById } from '@platform/session/session';
import { say } from '@platform/show/toast';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOrder, useCardChange } from '../api';
import { beginOrdering, missingIn, orderBody } from './ordering';

const shown = ['/model_id', '/colour', '/price', '/deposit', '/deliver_on', '/quote_id'];

type Props = { card: Card; quotes: Quote[]; close: () => void };

export function OrderDialog({ card, quotes, close }: Props) {
  const { t } = useTranslation('prospects/orders');
  const store = useStoreById(card.store_id);
  const format = useFormat(store);
  const unit = unitOf(format.language);
  const valid = quotes.filter(({ state }) => state === 'given');
  const initial = useMemo(() => beginOrdering(card, newId()), [card]);
  const { value, change, clear } = useDraft(`order.${card.id}`, initial);
  const [tried, setTried] = useState(false);
  const place = useCardChange(
    () => placeOrder(card, orderBody(value)),
    () => {
      clear();
      say(t('placed'));
      close();
    },
  );
  const errorAt = useFieldErrors(place.error, value);
  const missing = missingIn(value);
  const needed = (field: 'model' | 'price') =>
    tried && missing.includes(field) ? t(`needed.${field}`) : undefined;
  const submit = () => {
    setTried(true);
    if (missing.length === 0) place.mutate(undefined);
  };
  const amount = { unit, currency: store.currency };
  return (
    <Modal opened onClose={close} title={t('place')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <AsyncPicker
            label={t('model')}
            name="models"
            ask={askModels}
            value={value.model}
            error={errorAt('/model_id') ?? needed('model')}
            onChange={(model) => change({ model })}
          />
          <TextInput
            label={t('colour')}
            maxLength={40}
            value={value.colour}
            error={errorAt('/colour')}
            onChange={(event) => change({ colour: event.currentTarget.value })}
          />
          <SimpleGrid cols={2} spacing="sm">
            <Amount
              label={t('price')}
              {...amount}
              value={value.price}
              error={errorAt('/price') ?? needed('price')}
              onChange={(price) => change({ price })}
            />
            <Amount
              label={t('deposit')}
              {...amount}
              value={value.deposit}
              error={errorAt('/deposit')}
              onChange={(deposit) => change({ deposit })}
            />
          </SimpleGrid>
          <DayField
            label={t('deliver_on')}
            value={value.deliver_on}
            error={errorAt('/deliver_on')}
            onChange={(deliver_on) => change({ deliver_on })}
            onClear={() => change({ deliver_on: null })}
          />
          {valid.length > 0 && (
            <Select
              label={t('quote')}
              placeholder={t('no_quote')}
              clearable
              data={valid.map(({ id, number, versions: [last] }) => ({
                value: id,
                label: `${number} ${last ? format.money(last.total) : ''}`,
              }))}
              value={value.quote_id}
              error={errorAt('/quote_id')}
              onChange={(quote_id) => change({ quote_id })}
            />
          )}
          <FormProblem error={place.error} shown={shown} />
          <Button type="submit" loading={place.isPending}>
            {t('place')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
