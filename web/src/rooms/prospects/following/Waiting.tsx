import { Button } from '@mantine/core';
import { ParcelButtons, ParcelState } from '@platform/drafts/ParcelState';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './following.module.css';
import { formOf, type FollowUpParcel } from './parcels';

type Props = {
  parcels: FollowUpParcel[];
  storeId: string;
  /** On the card's own page the name is known. */
  named?: boolean;
  onEdit: (parcel: FollowUpParcel) => void;
};

/** Follow-ups that the server has not taken yet: what they say, where they are, what can be done about them. */
export function Waiting({ parcels, storeId, named, onEdit }: Props) {
  const { t } = useTranslation('prospects/following');
  const store = useStoreById(storeId);
  const format = useFormat(store);
  if (parcels.length === 0) return null;
  const summary = (parcel: FollowUpParcel) => {
    const { way, reached, ending, nextOn } = formOf(parcel, store.time_zone);
    return [
      way && t(`prospects:way.${way}`),
      t(reached ? 'prospects:reached' : 'prospects:tried'),
      ending === 'loss'
        ? t('loss')
        : nextOn && t('prospects:next_on', { day: format.shortDay(nextOn, true) }),
    ];
  };
  return (
    <ul className={classes.waiting} aria-live="polite" aria-label={t('waiting')}>
      {parcels.map((parcel) => (
        <li key={parcel.id} data-state={parcel.state}>
          <div>
            {named && parcel.about && (
              <Link to={`/stores/${storeId}/prospects/${parcel.about.id}`}>{parcel.about.customer.name}</Link>
            )}
            <div>
              {[...summary(parcel), parcel.body.at && format.dayTime(parcel.body.at)]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {parcel.body.said && <div className="quiet">{parcel.body.said}</div>}
            <ParcelState parcel={parcel} />
          </div>
          <div className={classes.buttons}>
            <ParcelButtons parcel={parcel}>
              {parcel.state === 'refused' && (
                <Button variant="default" onClick={() => onEdit(parcel)}>
                  {t('put_right')}
                </Button>
              )}
            </ParcelButtons>
          </div>
        </li>
      ))}
    </ul>
  );
}
