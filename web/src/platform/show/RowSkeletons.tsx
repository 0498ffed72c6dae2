import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function RowSkeletons({ rows = 4, height = 64 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('platform');
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}
