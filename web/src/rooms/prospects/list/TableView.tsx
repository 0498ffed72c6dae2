import { Button, Group, Menu, Stack } from '@mantine/core';
import {
  IconAddressBook,
  IconColumns,
  IconDownload,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import { address, inStore } from '@platform/api/client';
import type { Card } from '@platform/api/types';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { useTranslation } from 'react-i18next';
import classes from './list.module.css';
import {
  askedOf,
  columns as allColumns,
  inOrder,
  usualColumns,
  type Column,
  type Looking,
  type Order,
} from './looking';
import { useCells } from './useCells';

type Props = { looking: Looking; change: (changes: Record<string, string | null>) => void };

const rowsAtOnce = 50;

/** What a column is sorted by, where the server can. */
const orderOf: Partial<Record<Column, Order>> = {
  grade: 'grade',
  price: 'price',
  expected_on: 'expected',
  next: 'next',
  reached_at: 'reached',
  tries: 'tries',
  opened_at: 'opened',
};

/** What a column is called in the file that is taken away. */
const inFile: Record<Column, string> = {
  ...Object.fromEntries(allColumns.map((each) => [each, each])),
  contact: 'phone,wechat',
} as Record<Column, string>;

/** The cards as rows, with the columns and in the order that the address names. */
export default function TableView({ looking, change }: Props) {
  const { t } = useTranslation('prospects/list');
  const store = useStore();
  const can = useCan();
  const query = { ...askedOf(looking), ...inOrder(looking) };
  const cards = usePages<Card>(['prospects', store.id, 'table'], `${inStore(store.id)}/prospects`, {
    ...query,
    limit: rowsAtOnce,
  });
  return (
    <Stack gap="sm">
      <Group gap="xs" justify="flex-end" className="no-print">
        <ColumnMenu chosen={looking.columns} onChange={(columns) => change({ columns })} />
        {can('exports.run') &&
          (['csv', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              href={address(`${inStore(store.id)}/prospects.${format}`, {
                ...query,
                columns: looking.columns.map((each) => inFile[each]).join(','),
              })}
            >
              {format.toUpperCase()}
            </Button>
          ))}
        {can('exports.run') && (
          <Button
            component="a"
            variant="default"
            leftSection={<IconAddressBook size={16} aria-hidden />}
            href={address(`${inStore(store.id)}/prospects.vcf`, query)}
          >
            {t('contacts')}
          </Button>
        )}
      </Group>
      <PagedList
        pages={cards}
        empty={<EmptyPanel title={t('prospects:empty_filtered')} text={t('prospects:empty_filtered_text')} />}
      >
        {(items) => <Rows cards={items} looking={looking} change={change} />}
      </PagedList>
    </Stack>
  );
}

function Rows({ cards, looking, change }: Props & { cards: Card[] }) {
  const { t } = useTranslation('prospects/list');
  const cell = useCells();
  return (
    <div className={classes.scroll} role="group" aria-label={t('table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {looking.columns.map((column) => (
              <Head key={column} column={column} looking={looking} change={change} />
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.id}>
              {looking.columns.map((column) => (
                <td key={column} data-column={column}>
                  {cell(card, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column, looking, change }: Props & { column: Column }) {
  const { t } = useTranslation('prospects/list');
  const order = orderOf[column];
  const name = t(`column.${column}`);
  if (!order) return <th scope="col">{name}</th>;
  const sorted = looking.order === order;
  const Mark = looking.descending ? IconSortDescending : IconSortAscending;
  // A second click turns the order round.
  const next = sorted && !looking.descending ? `-${order}` : order;
  return (
    <th scope="col" aria-sort={sorted ? (looking.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={classes.sort} onClick={() => change({ sort: next })}>
        {name}
        {sorted && <Mark size={15} aria-hidden />}
      </button>
    </th>
  );
}

function ColumnMenu({ chosen, onChange }: { chosen: Column[]; onChange: (columns: string | null) => void }) {
  const { t } = useTranslation('prospects/list');
  const toggle = (column: Column) => {
    const next = allColumns.filter((each) => chosen.includes(each) !== (each === column));
    if (next.length > 0) onChange(next.join() === usualColumns.join() ? null : next.join());
  };
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {allColumns.map((column) => (
          <Menu.CheckboxItem key={column} checked={chosen.includes(column)} onChange={() => toggle(column)}>
            {t(`column.${column}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
