import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string; close: () => void; children: ReactNode };

/** A record beside its list; on the phone it takes the whole screen. */
export function EditDrawer({ title, close, children }: Props) {
  const { t } = useTranslation('platform');
  const phone = useMediaQuery('(max-width: 36em)');
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={phone ? '100%' : 540}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
}
