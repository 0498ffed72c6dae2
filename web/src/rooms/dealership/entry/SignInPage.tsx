import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Problem } from '@platform/api/problem';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { readSetup, signIn } from '@platform/session/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from './EntryFrame';
import { useWait } from './useWait';

const remembered = 'guanxi.login';

export default function SignInPage() {
  const { t } = useTranslation('dealership');
  const [login, setLogin] = useState(() => localStorage.getItem(remembered) ?? '');
  const [password, setPassword] = useState('');
  const setup = useQuery({ queryKey: ['setup'], queryFn: readSetup });
  const wait = useWait();
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      localStorage.setItem(remembered, login);
      queryClient.setQueryData(sessionKey, me);
    },
    onError: (error) => wait.begin((error instanceof Problem && error.retryAfter) || 0),
  });
  const errorAt = useFieldErrors(enter.error, { login, password });
  const mustWait = enter.error instanceof Problem && enter.error.retryAfter !== null;

  const waitText = (seconds: number) =>
    seconds < 60
      ? t('entry.wait_seconds', { seconds })
      : t('entry.wait_minutes', { minutes: Math.ceil(seconds / 60) });

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
          {!mustWait && <FormProblem error={enter.error} shown={['/login', '/password']} />}
          {wait.left > 0 && <Alert color="red" variant="light" role="alert" title={waitText(wait.left)} />}
          <Button type="submit" size="md" loading={enter.isPending} disabled={wait.left > 0}>
            {t('entry.sign_in')}
          </Button>
        </Stack>
      </form>
    </EntryFrame>
  );
}
