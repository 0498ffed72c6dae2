import { Stack, TextInput } from '@mantine/core';
import { isConflict } from '@platform/api/problem';
import type { Customer } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { Choices } from '@platform/form/Choices';
import { ConflictDialog } from '@platform/form/ConflictDialog';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { SaveOrLeave } from '@platform/form/SaveOrLeave';
import { LookAlikes } from '@platform/known/LookAlikes';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { customerKey, saveIdentity, useCustomerChange, type Identity } from '../api';

const texts = ['name', 'phone', 'wechat', 'email', 'plate'] as const;
const types: Partial<Record<(typeof texts)[number], string>> = { phone: 'tel', email: 'email' };
const fields = [...texts, 'sex'] as const;

export function IdentityForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const { t } = useTranslation('prospects');
  const client = useQueryClient();
  const initial = useMemo(() => {
    const { name, sex, phone, wechat, plate, email, version } = customer;
    return { name, sex, phone, wechat, plate, email, version };
  }, [customer]);
  const draft = useDraft(`customer.${customer.id}`, initial);
  const { version, ...identity } = draft.value;
  const leave = () => {
    draft.clear();
    onDone();
  };
  const save = useCustomerChange(
    (at: number) => saveIdentity(customer, identity, at),
    customer,
    () => {
      say(t('customer.saved'));
      leave();
    },
  );
  const errorAt = useFieldErrors(save.error, identity);
  const conflict = isConflict(save.error) ? (save.error.current as Customer | undefined) : undefined;
  const show = (of: Identity, field: (typeof fields)[number]) =>
    field === 'sex' ? (of.sex ? t(`sex.${of.sex}`) : null) : of[field];

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(version);
      }}
    >
      <Stack gap="sm">
        {texts.map((field) => (
          <TextInput
            key={field}
            label={t(`field.${field}`)}
            type={types[field] ?? 'text'}
            autoComplete="off"
            value={identity[field] ?? ''}
            error={errorAt(`/${field}`)}
            onChange={(event) => {
              const text = event.currentTarget.value;
              draft.change({ [field]: field === 'name' ? text : text || null });
            }}
          />
        ))}
        <LookAlikes
          storeId={customer.store_id}
          typed={{ ...identity, modelId: customer.card?.model?.id, exceptId: customer.id }}
        />
        <Choices
          label={t('field.sex')}
          options={[
            { value: 'male', label: t('sex.male') },
            { value: 'female', label: t('sex.female') },
          ]}
          value={identity.sex}
          onChange={(sex) => draft.change({ sex })}
          error={errorAt('/sex')}
        />
        {!conflict && <FormProblem error={save.error} shown={fields.map((field) => `/${field}`)} />}
        <SaveOrLeave saving={save.isPending} leave={leave} />
      </Stack>
      {conflict && (
        <ConflictDialog
          fields={fields.map((field) => ({
            label: t(`field.${field}`),
            mine: show(identity, field),
            theirs: show(conflict, field),
          }))}
          busy={save.isPending}
          keepMine={() => save.mutate(conflict.version)}
          takeTheirs={() => {
            client.setQueryData(customerKey(customer.store_id, customer.id), conflict);
            leave();
          }}
          close={() => save.reset()}
        />
      )}
    </form>
  );
}
