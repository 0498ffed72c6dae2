import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NetworkFailure, Problem } from '../api/problem';
import classes from './panels.module.css';

export function ErrorPanel({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('platform');
  return (
    <div className={classes.panel} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{t('problem.title')}</Text>
        <Text c="dimmed">{explain(error, t)}</Text>
        {retry && (
          <Button variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </div>
  );
}

function explain(error: unknown, t: (key: string) => string): string {
  if (error instanceof NetworkFailure) return t('problem.network');
  if (error instanceof Problem && error.status === 404) return error.detail || t('problem.not_found');
  if (error instanceof Problem && error.detail) return error.detail;
  return t('problem.unknown');
}
