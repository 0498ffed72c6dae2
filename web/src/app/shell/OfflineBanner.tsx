import { useOutbox } from '@platform/drafts/outbox';
import { useOnline } from '@platform/online';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

export function OfflineBanner() {
  const { t } = useTranslation('app');
  const online = useOnline();
  const waiting = useOutbox().filter((parcel) => parcel.state === 'waiting').length;
  return (
    <div aria-live="polite">
      {!online && (
        <p className={classes.banner}>
          {waiting > 0 ? t('offline.waiting', { count: waiting }) : t('offline.text')}
        </p>
      )}
    </div>
  );
}
