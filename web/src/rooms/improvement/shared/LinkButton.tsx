import { CopyButton } from '@platform/show/CopyButton';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/** The address is the view: whoever opens it sees the same. */
export function LinkButton() {
  const { t } = useTranslation('improvement');
  const { pathname, search } = useLocation();
  return <CopyButton text={window.location.origin + pathname + search} label={t('copy_link')} />;
}
