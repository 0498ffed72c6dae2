import { Button, Group } from '@mantine/core';
import type { Right } from '@platform/api/types';
import { useCan } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const steps: { to: string; right: Right; label: string }[] = [
  { to: '/settings/people', right: 'people.edit', label: 'today.add_people' },
  { to: '/settings/models', right: 'models.edit', label: 'today.add_models' },
  { to: '/imports', right: 'imports.run', label: 'today.bring_log' },
];

/** A store that has just been set up: nobody can be received before somebody works here. */
export function FirstSteps() {
  const { t } = useTranslation('reception');
  const can = useCan();
  return (
    <EmptyPanel title={t('today.begin')} text={t('today.begin_text')}>
      <Group>
        {steps
          .filter(({ right }) => can(right))
          .map(({ to, label }, at) => (
            <Button key={to} component={Link} to={to} variant={at === 0 ? 'filled' : 'default'}>
              {t(label)}
            </Button>
          ))}
      </Group>
    </EmptyPanel>
  );
}
