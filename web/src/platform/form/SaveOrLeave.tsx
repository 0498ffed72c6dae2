import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  saving: boolean;
  leave: () => void;
  /** Leaving throws away what was kept from an earlier time. */ restored?: boolean;
};

/** The end of a form. */
export function SaveOrLeave({ saving, leave, restored = false }: Props) {
  const { t } = useTranslation('platform');
  return (
    <Group>
      <Button type="submit" loading={saving}>
        {t('save')}
      </Button>
      <Button variant="default" onClick={leave}>
        {t(restored ? 'draft.discard' : 'cancel')}
      </Button>
    </Group>
  );
}
