import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type ComparedField = { label: string; mine: ReactNode; theirs: ReactNode };

type Props = {
  fields: ComparedField[];
  busy: boolean;
  keepMine: () => void;
  takeTheirs: () => void;
  close: () => void;
};

/** Somebody saved the same record in between (412). Nothing is overwritten before the person has seen both. */
export function ConflictDialog({ fields, busy, keepMine, takeTheirs, close }: Props) {
  const { t } = useTranslation('platform');
  const differs = (field: ComparedField) => field.mine !== field.theirs;
  // What has to be decided comes first; what neither says is not worth a line.
  const shown = [
    ...fields.filter(differs),
    ...fields.filter((field) => !differs(field) && field.mine !== null),
  ];
  return (
    <Modal
      opened
      onClose={close}
      title={t('conflict.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{t('conflict.text')}</Text>
        <Table withRowBorders verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('conflict.field')}</Table.Th>
              <Table.Th>{t('conflict.mine')}</Table.Th>
              <Table.Th>{t('conflict.theirs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((field) => (
              <Table.Tr key={field.label} className={differs(field) ? undefined : 'quiet'}>
                <Table.Th scope="row">{field.label}</Table.Th>
                <Table.Td>{field.mine ?? '–'}</Table.Td>
                <Table.Td>{differs(field) ? (field.theirs ?? '–') : t('conflict.same')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={takeTheirs}>
            {t('conflict.take_theirs')}
          </Button>
          <Button loading={busy} onClick={keepMine}>
            {t('conflict.keep_mine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
