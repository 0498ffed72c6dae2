import { CopyButton } from '@platform/show/CopyButton';
import { useTranslation } from 'react-i18next';
import { usePinnedAddress } from '@platform/useView';

type Props = {
  /** What the page takes for granted and the address does not say yet: a link of today shows the same tomorrow. */
  pinned: Record<string, string>;
};

/** The address is the view: whoever opens it sees the same. */
export function LinkButton({ pinned }: Props) {
  const { t } = useTranslation('improvement');
  return <CopyButton text={usePinnedAddress(pinned)} label={t('copy_link')} />;
}
