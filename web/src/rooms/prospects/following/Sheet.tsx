import type { Card } from '@platform/api/types';
import { sayFailure } from '@platform/show/toast';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetProps } from './FollowUpSheet';
import type { FollowUpParcel } from './parcels';

const load = () => import('./FollowUpSheet').then((module) => module.default);

export type Following = { card: Card; parcel?: FollowUpParcel };

type Props = {
  following: Following | null;
  onClose: () => void;
  /** The page is about following up: the sheet comes with it, not with the first touch. */
  atOnce?: boolean;
};

/** The sheet comes after the page that it opens on, and before somebody asks for it without a network. */
export function Sheet({ following, onClose, atOnce = false }: Props) {
  const { t } = useTranslation('platform');
  const [Loaded, setLoaded] = useState<ComponentType<SheetProps> | null>(null);
  const wanted = useFirstTouch(atOnce) || following !== null;
  useEffect(() => {
    if (!wanted || Loaded) return;
    load()
      .then((sheet) => setLoaded(() => sheet))
      .catch(() => {
        if (!following) return;
        sayFailure(t('problem.network'));
        onClose();
      });
  }, [wanted, following, Loaded, onClose, t]);
  if (!following || !Loaded) return null;
  const { card, parcel } = following;
  return <Loaded key={parcel?.id ?? card.id} card={card} parcel={parcel} onClose={onClose} />;
}

const touches = ['pointerdown', 'keydown', 'scroll'];

/** Somebody has begun to do something on this page. */
function useFirstTouch(already: boolean): boolean {
  const [touched, setTouched] = useState(already);
  useEffect(() => {
    if (touched) return;
    const touch = () => setTouched(true);
    for (const name of touches) window.addEventListener(name, touch, { passive: true });
    return () => touches.forEach((name) => window.removeEventListener(name, touch));
  }, [touched]);
  return touched;
}
