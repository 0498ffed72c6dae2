import { Button } from '@mantine/core';
import { sayFailure } from '@platform/show/toast';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../shared/Confirm';
import classes from '../shared/settings.module.css';
import type { Person } from '../types';
import { resetPassword } from './api';

export function ResetPassword({
  person,
  showPassword,
}: {
  person: Person;
  showPassword: (first: string) => void;
}) {
  const { t } = useTranslation('dealership/settings');
  const [asking, setAsking] = useState(false);
  const reset = useMutation({
    mutationFn: () => resetPassword(person.id),
    onSuccess: ({ first_password }) => showPassword(first_password),
    onError: (error) => sayFailure(error.message),
  });
  return (
    <section className={classes.part}>
      <h3>{t('password.title')}</h3>
      <p className="quiet">{t('password.reset_text')}</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('password.reset')}
      </Button>
      {asking && (
        <Confirm
          title={t('password.reset_question', { name: person.name })}
          text={t('password.reset_consequence')}
          action={t('password.reset')}
          busy={reset.isPending}
          run={() => reset.mutate()}
          close={() => setAsking(false)}
        />
      )}
    </section>
  );
}
