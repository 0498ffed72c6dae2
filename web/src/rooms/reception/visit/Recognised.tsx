import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './visit.module.css';

type Props = { known: { id: string; name: string }; onUndo: () => void };

/** The visit goes to somebody on file, however they are reached this time. */
export function Recognised({ known, onUndo }: Props) {
  const { t } = useTranslation('reception');
  return (
    <div className={classes.known} role="status">
      <strong>{t('known.recognised', { name: known.name })}</strong>
      <div>{t('known.recognised_text')}</div>
      <Button size="compact-sm" variant="default" mt={6} onClick={onUndo}>
        {t('known.undo')}
      </Button>
    </div>
  );
}
