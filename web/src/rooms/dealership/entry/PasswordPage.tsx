import { useTranslation } from 'react-i18next';
import { PasswordForm } from '../account/PasswordForm';
import { EntryFrame } from './EntryFrame';

/** The first password was made by somebody else: nothing opens before it is replaced. */
export default function PasswordPage() {
  const { t } = useTranslation('dealership');
  return (
    <EntryFrame title={t('password.forced')} note={t('password.forced_text')}>
      <PasswordForm />
    </EntryFrame>
  );
}
