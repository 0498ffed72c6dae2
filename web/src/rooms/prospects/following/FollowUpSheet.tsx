import { Button, Drawer, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPhone } from '@tabler/icons-react';
import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { FormProblem } from '@platform/form/FormProblem';
import { useTranslation } from 'react-i18next';
import { FollowUpFields, shownFields } from './FollowUpFields';
import type { FollowUpParcel } from './parcels';
import classes from './following.module.css';
import { useFollowUp } from './useFollowUp';

export type SheetProps = { card: Card; parcel?: FollowUpParcel; onClose: () => void };

/** Ten seconds after the phone was put down: how, whether they answered, one line, and when next. */
export default function FollowUpSheet({ card, parcel, onClose }: SheetProps) {
  const { t } = useTranslation('prospects/following');
  const phone = useMediaQuery('(max-width: 36em)');
  const { form, change, restored, discard, save, error, busy } = useFollowUp(card, parcel, onClose);
  const lost = form.ending === 'loss';
  return (
    <Drawer
      opened
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '94%' : 520}
      title={<SheetTitle card={card} />}
      classNames={{ content: classes.sheet, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {restored && (
          <Group gap="xs" justify="space-between" className={classes.hint}>
            <span>{t('platform:draft.restored')}</span>
            <Button variant="subtle" color="gray" onClick={discard}>
              {t('platform:draft.discard')}
            </Button>
          </Group>
        )}
        <FollowUpFields card={card} form={form} change={change} error={error} />
        <FormProblem error={error} shown={shownFields} />
        <div className={classes.footer}>
          <Button type="submit" size="lg" fullWidth color={lost ? 'red' : undefined} loading={busy}>
            {t(lost ? 'save_loss' : 'save')}
          </Button>
          {card.standing === 'following' && (
            <Button
              variant="subtle"
              color="gray"
              fullWidth
              onClick={() => change({ ending: lost ? 'next' : 'loss' })}
            >
              {t(lost ? 'not_lost' : 'give_up')}
            </Button>
          )}
        </div>
      </form>
    </Drawer>
  );
}

function SheetTitle({ card }: { card: Card }) {
  const { t } = useTranslation('prospects/following');
  const format = useFormat();
  const { name, phone } = card.customer;
  return (
    <span className={classes.title}>
      <strong>{t('title', { name })}</strong>
      {phone && (
        <a href={`tel:${phone}`} className="numbers">
          <IconPhone size={16} aria-hidden /> {format.phone(phone)}
        </a>
      )}
    </span>
  );
}
