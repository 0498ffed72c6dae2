import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './feed.module.css';
import { KindChoices } from './KindChoices';
import {
  useAskAddress,
  useConfirmAddress,
  useForgetAddress,
  useNotifying,
  type Notifying,
} from './notifying';

/** What comes by mail, once an address has answered. */
export function MailSection() {
  const { t } = useTranslation('dealership/account');
  const notifying = useNotifying();
  return (
    <Section title={t('mail.title')} note={t('mail.note')}>
      <QueryView query={notifying}>
        {(found) =>
          found.mail_is_set_up ? (
            <div className={classes.panel}>
              {found.email ? (
                <Choices notifying={found} email={found.email} />
              ) : (
                <Address notifying={found} />
              )}
            </div>
          ) : (
            <p className={classes.none}>{t('mail.not_set_up')}</p>
          )
        }
      </QueryView>
    </Section>
  );
}

function Choices({ notifying, email }: { notifying: Notifying; email: string }) {
  const { t } = useTranslation('dealership/account');
  const forget = useForgetAddress();
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <strong className={classes.email}>{email}</strong>
        <Button
          variant="default"
          loading={forget.isPending}
          onClick={() => forget.mutate(undefined, { onError: (error) => sayFailure(error.message) })}
        >
          {t('mail.forget')}
        </Button>
      </Group>
      <KindChoices notifying={notifying} way="by_mail" />
      <p className={classes.none}>{t('mail.quiet')}</p>
    </Stack>
  );
}

function Address({ notifying }: { notifying: Notifying }) {
  const { t } = useTranslation('dealership/account');
  const [email, setEmail] = useState(notifying.asked_email ?? '');
  const ask = useAskAddress();
  const errorAt = useFieldErrors(ask.error, { email });
  return (
    <Stack gap="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(email);
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput
            className={classes.field}
            label={t('mail.address')}
            type="email"
            autoComplete="email"
            value={email}
            error={errorAt('/email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant={notifying.asked_email ? 'default' : 'filled'}
            loading={ask.isPending}
          >
            {t(notifying.asked_email ? 'mail.send_again' : 'mail.send_code')}
          </Button>
        </Group>
        <FormProblem error={ask.error} shown={['/email']} />
      </form>
      {notifying.asked_email && <Code email={notifying.asked_email} />}
    </Stack>
  );
}

function Code({ email }: { email: string }) {
  const { t } = useTranslation('dealership/account');
  const [code, setCode] = useState('');
  const confirm = useConfirmAddress();
  const errorAt = useFieldErrors(confirm.error, { code });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(code.trim());
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          className={classes.field}
          label={t('mail.code')}
          description={t('mail.code_sent', { email })}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          error={errorAt('/code')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('mail.confirm')}
        </Button>
      </Group>
      <FormProblem error={confirm.error} shown={['/code']} />
    </form>
  );
}
