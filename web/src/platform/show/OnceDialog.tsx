import { Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './once.module.css';

type Props = { title: string; warning: string; wide?: boolean; close: () => void; children: ReactNode };

/** Only a button inside closes it: a click beside the dialog must not lose a secret that is shown once. */
export function OnceDialog({ title, warning, wide = false, close, children }: Props) {
  return (
    <Modal
      opened
      onClose={close}
      size={wide ? 'lg' : undefined}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<strong>{title}</strong>}
    >
      <Stack>
        <p className={classes.warning}>{warning}</p>
        {children}
      </Stack>
    </Modal>
  );
}

/** What has to be written down, selected whole by one click. */
export function Secret({ children }: { children: string }) {
  return <div className={classes.secret}>{children}</div>;
}
