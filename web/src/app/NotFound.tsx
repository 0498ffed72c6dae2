import { Button } from '@mantine/core';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageTitle title={t('not_found.title')} />
      <EmptyPanel title={t('not_found.heading')} text={t('not_found.text')}>
        <Button component={Link} to="/" variant="default">
          {t('not_found.home')}
        </Button>
      </EmptyPanel>
    </>
  );
}
