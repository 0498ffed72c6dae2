import { Button, Group } from '@mantine/core';
import { FormProblem } from '@platform/form/FormProblem';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tryOut, useImportStep } from './api';
import type { Import } from './types';

export function Failed({ of }: { of: Import }) {
  const { t } = useTranslation('reception/imports');
  const again = useImportStep(() => tryOut(of));
  return (
    <EmptyPanel title={t('failed.title')} text={of.error ?? t('failed.text')}>
      <p className="quiet">{t('failed.safe')}</p>
      <FormProblem error={again.error} />
      <Group>
        <Button loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {t('failed.again')}
        </Button>
        <Button component={Link} to="/imports" variant="default">
          {t('failed.other')}
        </Button>
      </Group>
    </EmptyPanel>
  );
}
