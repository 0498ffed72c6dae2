import { Button } from '@mantine/core';
import { inStore, remove } from '@platform/api/client';
import { useFormat } from '@platform/format/useFormat';
import { sayFailure } from '@platform/show/toast';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../shared/Confirm';
import classes from '../shared/settings.module.css';
import type { TokenRecord } from '../types';

type Props = { token: TokenRecord; storeId: string; changed: () => void };

export function SensorRow({ token, storeId, changed }: Props) {
  const { t } = useTranslation('dealership/settings');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => remove(`${inStore(storeId)}/tokens/${token.id}`),
    onSuccess: () => {
      setAsking(false);
      changed();
    },
    onError: (error) => sayFailure(error.message),
  });
  return (
    <li className={classes.row} data-retired={token.revoked || undefined}>
      <strong>{token.name}</strong>
      <div className={`quiet ${classes.small}`}>
        {token.last_used_at
          ? t('sensors.last_used', { when: format.dayTime(token.last_used_at) })
          : t('sensors.never_used')}
        {' · '}
        {t('sensors.made', { when: format.day(format.dayOf(token.created_at)) })}
      </div>
      <div className={classes.end}>
        {token.revoked ? (
          <span className="quiet">{t('sensors.revoked')}</span>
        ) : (
          <Button
            variant="default"
            aria-label={t('sensors.revoke_this', { name: token.name })}
            onClick={() => setAsking(true)}
          >
            {t('sensors.revoke')}
          </Button>
        )}
      </div>
      {asking && (
        <Confirm
          title={t('sensors.revoke_question', { name: token.name })}
          text={t('sensors.revoke_consequence')}
          action={t('sensors.revoke')}
          busy={revoke.isPending}
          run={() => revoke.mutate()}
          close={() => setAsking(false)}
        />
      )}
    </li>
  );
}
