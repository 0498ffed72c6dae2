import { Button, Fieldset, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { readSetup, setUp, type SetUp } from '@platform/session/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { shortest } from '../account/PasswordForm';
import { countries, currencies, zones } from '../settings/stores/places';
import { EntryFrame } from './EntryFrame';

const shown = [
  '/group_name',
  '/store_name',
  '/store_code',
  '/time_zone',
  '/currency',
  '/country',
  '/name',
  '/login',
  '/password',
];

export default function SetupPage() {
  const { t, i18n } = useTranslation('dealership');
  const token = useSearchParams()[0].get('token') ?? '';
  const [form, setForm] = useState<Omit<SetUp, 'token'>>({
    group_name: '',
    store_name: '',
    store_code: '',
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: 'CNY',
    country: 'CN',
    name: '',
    login: '',
    password: '',
  });
  const setup = useQuery({ queryKey: ['setup'], queryFn: readSetup });
  const begin = useMutation({
    mutationFn: setUp,
    onSuccess: (me) => queryClient.setQueryData(sessionKey, me),
  });
  const errorAt = useFieldErrors(begin.error, form);
  const field = (name: keyof typeof form) => ({
    label: t(`setup.${name}`),
    required: true,
    withAsterisk: false,
    error: errorAt(`/${name}`),
    value: form[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const choice = (name: keyof typeof form, data: { value: string; label: string }[]) => ({
    label: t(`setup.${name}`),
    data,
    searchable: true,
    limit: 60,
    nothingFoundMessage: t('platform:picker.nothing'),
    allowDeselect: false,
    error: errorAt(`/${name}`),
    value: form[name],
    onChange: (value: string | null) => value && setForm({ ...form, [name]: value }),
  });
  const language = i18n.language === 'en' ? 'en' : 'zh';

  // An old link: somebody has set everything up long ago.
  if (setup.data?.needed === false) return <Navigate to="/sign-in" replace />;
  if (!token) {
    return (
      <EntryFrame title={t('entry.not_set_up')} note={t('entry.not_set_up_text')}>
        {null}
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('setup.title')} note={t('setup.text')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({ ...form, token });
        }}
      >
        <Stack>
          <Fieldset legend={t('setup.business')}>
            <Stack gap="sm">
              <TextInput {...field('group_name')} />
              <TextInput {...field('store_name')} />
              <TextInput {...field('store_code')} description={t('setup.code_hint')} />
              <Select {...choice('time_zone', zones(language, form.time_zone))} />
              <Select {...choice('country', countries(language, form.country))} />
              <Select {...choice('currency', currencies(language, form.currency))} />
            </Stack>
          </Fieldset>
          <Fieldset legend={t('setup.you')}>
            <Stack gap="sm">
              <TextInput {...field('name')} autoComplete="name" />
              <TextInput {...field('login')} autoComplete="username" autoCapitalize="none" />
              <PasswordInput
                {...field('password')}
                description={t('password.rule', { count: shortest })}
                minLength={shortest}
                autoComplete="new-password"
                visibilityToggleButtonProps={{ 'aria-label': t('entry.show_password') }}
              />
            </Stack>
          </Fieldset>
          <FormProblem error={begin.error} shown={shown} />
          <Button type="submit" size="md" loading={begin.isPending}>
            {t('setup.begin')}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
