import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Problem } from '@platform/api/problem';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { readSetup, signIn } from '@platform/session/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from './EntryFrame';

const remembered = 'guanxi.login';

export default function SignInPage() {
  const { t } = useTranslation('dealership');
  const [login, setLogin] = useState(() => localStorage.getItem(remembered) ?? '');
  const [password, setPassword] = useState('');
  const setup = useQuery({ queryKey: ['setup'], queryFn: readSetup });
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      localStorage.setItem(remembered, login);
      queryClient.setQueryData(sessionKey, me);
    },
  });
  const errorAt = useFieldErrors(enter.error);
  const wait = enter.error instanceof Problem ? enter.error.retryAfter : null;

  if (setup.data?.needed) {
    return (
      <EntryFrame title={t('entry.not_set_up')} note={t('entry.not_set_up_text')}>
        {null}
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('entry.sign_in')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({ login: login.trim(), password });
        }}
      >
        <Stack>
          <TextInput
            label={t('entry.login')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            withAsterisk={false}
            value={login}
            error={errorAt('/login')}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('entry.password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('entry.show_password') }}
            value={password}
            error={errorAt('/password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <FormProblem error={enter.error} shown={['/login', '/password']} />
          {wait !== null && <p className="quiet">{t('entry.wait', { minutes: Math.ceil(wait / 60) })}</p>}
          <Button type="submit" size="md" loading={enter.isPending}>
            {t('entry.sign_in')}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
