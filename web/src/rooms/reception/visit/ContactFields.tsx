import { SimpleGrid, TextInput } from '@mantine/core';
import { Problem } from '@platform/api/problem';
import type { KnownCustomer } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { LookAlikes } from '@platform/known/LookAlikes';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askKnownCustomer } from '../api';
import type { ClosingForm } from './CloseVisit';
import { Recognised } from './Recognised';
import { KnownHint } from './KnownHint';

/** Who it is. Leaving the phone field asks whether the store knows this number already. */
export function ContactFields({ visit, closing, change, error }: ClosingForm) {
  const { t } = useTranslation('reception');
  const errorAt = useFieldErrors(error, closing);
  const ask = useMutation({
    mutationFn: (who: { phone?: string; wechat?: string }) => askKnownCustomer(visit.store_id, who),
    onSuccess: (known: KnownCustomer) => {
      // Nobody should type again what the store already knows.
      if (known.customer && !closing.name.trim()) change({ name: known.customer.name });
    },
  });
  const look = () => {
    const phone = closing.phone.trim();
    const wechat = closing.wechat.trim();
    if (phone) ask.mutate({ phone });
    else if (wechat) ask.mutate({ wechat });
    else ask.reset();
  };
  const lookError =
    ask.error instanceof Problem ? (ask.error.errors[0]?.detail ?? ask.error.detail) : undefined;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('field.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={closing.phone}
          error={lookError ?? errorAt('/customer/phone')}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          onBlur={look}
        />
        <TextInput
          label={t('field.name')}
          autoComplete="off"
          value={closing.name}
          error={errorAt('/customer/name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </SimpleGrid>
      {closing.known ? (
        <Recognised known={closing.known} onUndo={() => change({ known: null })} />
      ) : (
        <KnownHint known={ask.data} visit={visit} />
      )}
      <Choices
        label={t('field.sex')}
        options={[
          { value: 'male', label: t('sex.male') },
          { value: 'female', label: t('sex.female') },
        ]}
        value={closing.sex}
        onChange={(sex) => change({ sex })}
        error={errorAt('/customer/sex')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label={t('field.wechat')}
          description={closing.wechat && !closing.phone ? t('field.partial') : undefined}
          autoComplete="off"
          autoCapitalize="none"
          value={closing.wechat}
          error={errorAt('/customer/wechat')}
          onChange={(event) => change({ wechat: event.currentTarget.value })}
          onBlur={look}
        />
        <TextInput
          label={t('field.plate')}
          autoComplete="off"
          value={closing.plate}
          error={errorAt('/customer/plate')}
          onChange={(event) => change({ plate: event.currentTarget.value })}
        />
      </SimpleGrid>
      {!closing.known && !visit.customer && (
        <LookAlikes
          storeId={visit.store_id}
          typed={{ ...closing, modelId: closing.model?.id }}
          hide={ask.data?.customer?.id}
          onTake={({ id, name }) => change({ known: { id, name }, name })}
        />
      )}
    </>
  );
}
