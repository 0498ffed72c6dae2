import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { title: string | null; onClose: () => void; children: ReactNode };

/** What is behind a number, beside the page it stands on. Shut while there is no title. */
export function SideDrawer({ title, onClose, children }: Props) {
  const { t } = useTranslation('platform');
  return (
    <Drawer
      opened={title !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
}
