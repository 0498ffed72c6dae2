import { Button } from '@mantine/core';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import type { Me } from '@platform/api/types';
import { signOut } from '@platform/session/api';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { useTranslation } from 'react-i18next';

/** A person not yet given to any store can do nothing but ask for one. */
export function NoStore({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  const leave = async () => {
    await signOut();
    queryClient.setQueryData(sessionKey, null);
  };
  return (
    <main style={{ maxWidth: 560, margin: '10vh auto', padding: 16 }}>
      <EmptyPanel title={t('no_store.title', { name: me.name })} text={t('no_store.text')}>
        <Button variant="default" onClick={() => void leave()}>
          {t('account.sign_out')}
        </Button>
      </EmptyPanel>
    </main>
  );
}
