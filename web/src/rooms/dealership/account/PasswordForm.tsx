import { Button, PasswordInput, Stack } from '@mantine/core';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { changePassword } from '@platform/session/api';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export const shortest = 10;

/** Passwords are the one thing typed that keeps no draft. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation('dealership');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: (me) => {
      queryClient.setQueryData(sessionKey, me);
      onDone?.();
    },
  });
  const errorAt = useFieldErrors(change.error);
  const differs = (tried || again !== '') && again !== next;
  const show = { 'aria-label': t('entry.show_password') };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (again === next) change.mutate({ current_password: current, new_password: next });
      }}
    >
      <Stack>
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={show}
          value={current}
          error={errorAt('/current_password')}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password.next')}
          description={t('password.rule', { count: shortest })}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={shortest}
          visibilityToggleButtonProps={show}
          value={next}
          error={errorAt('/new_password')}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password.again')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={show}
          value={again}
          error={differs && t('password.differs')}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <FormProblem error={change.error} shown={['/current_password', '/new_password']} />
        <Button type="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </Stack>
    </form>
  );
}
