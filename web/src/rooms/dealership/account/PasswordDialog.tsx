import { Modal } from '@mantine/core';
import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from './PasswordForm';

export default function PasswordDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('dealership');
  const done = () => {
    say(t('password.changed'));
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('password.change')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <PasswordForm onDone={done} />
    </Modal>
  );
}
