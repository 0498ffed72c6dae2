import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { address, inStore } from '@platform/api/client';
import { addDays, monthOf } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';

/** The log taken away as a table: the day that is looked at, its month or its year. */
export function ExportMenu({ storeId, day, today }: { storeId: string; day: string; today: string }) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const spans = [
    { label: format.day(day), from: day, to: day },
    { label: format.month(day), from: monthOf(day), to: addDays(monthOf(day, 1), -1) },
    {
      label: t('log.csv_year', { year: day.slice(0, 4) }),
      from: `${day.slice(0, 4)}-01-01`,
      to: `${day.slice(0, 4)}-12-31`,
    },
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('log.csv')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {spans.map(({ label, from, to }) => (
          <Menu.Item
            key={from + to}
            component="a"
            href={address(`${inStore(storeId)}/visits.csv`, { from, to: to < today ? to : today })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
