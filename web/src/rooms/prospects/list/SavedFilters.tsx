import { ActionIcon, Button, Checkbox, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { get, inStore, post, put, remove } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { newId } from '@platform/id';
import { useCan, useStore } from '@platform/session/session';
import { say, sayFailure } from '@platform/show/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { keptQuery } from './looking';
import type { ListFilter } from './types';

const shown = ['/name', '/shared'];

/** Ways of looking that were kept under a name: one's own, and those that a manager shares. */
export function SavedFilters({ query }: { query: URLSearchParams }) {
  const { t } = useTranslation('prospects/list');
  const store = useStore();
  const client = useQueryClient();
  const [, setQuery] = useSearchParams();
  const [saving, setSaving] = useState(false);
  const path = `${inStore(store.id)}/prospects/filters`;
  const filters = useQuery({
    queryKey: ['prospect-filters', store.id],
    queryFn: ({ signal }) => get<Items<ListFilter>>(path, {}, signal),
    select: ({ items }) => items,
  });
  const forget = useMutation({
    mutationFn: (filter: ListFilter) => remove(`${path}/${filter.id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['prospect-filters'] }),
    onError: (error) => sayFailure(error.message),
  });
  const now = keptQuery(query);
  const current = filters.data?.find((filter) => filter.query === now);
  return (
    <>
      <Menu position="bottom-end" closeOnItemClick>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {current?.name ?? t('filters')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={320}>
          {filters.data?.map((filter) => (
            <Group key={filter.id} gap={4} wrap="nowrap" justify="space-between">
              <Menu.Item
                flex={1}
                aria-current={filter.id === current?.id || undefined}
                onClick={() => setQuery(new URLSearchParams(filter.query))}
              >
                {filter.name}
                {filter.shared && <small className="quiet"> · {t('shared_mark')}</small>}
              </Menu.Item>
              {filter.can.includes('remove') && (
                <ActionIcon
                  variant="subtle"
                  aria-label={t('forget', { name: filter.name })}
                  onClick={() => forget.mutate(filter)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
          {filters.data?.length ? <Menu.Divider /> : null}
          <Menu.Item onClick={() => setSaving(true)} disabled={now === ''}>
            {t(now === '' ? 'save_nothing' : 'save')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveDialog
          query={now}
          path={path}
          mine={filters.data?.filter(({ can }) => can.includes('edit')) ?? []}
          close={() => setSaving(false)}
        />
      )}
    </>
  );
}

type DialogProps = { query: string; path: string; mine: ListFilter[]; close: () => void };

/** A name that one has already is looked at anew rather than refused. */
function SaveDialog({ query, path, mine, close }: DialogProps) {
  const { t } = useTranslation('prospects/list');
  const client = useQueryClient();
  const shares = useCan()('prospects.manage');
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const same = mine.find((filter) => filter.name === name.trim());
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), query, shared };
      return same
        ? put<ListFilter>(`${path}/${same.id}`, body, same.version)
        : post<ListFilter>(path, { id, ...body });
    },
    onSuccess: (filter) => {
      void client.invalidateQueries({ queryKey: ['prospect-filters'] });
      say(t('saved', { name: filter.name }));
      close();
    },
  });
  const problem = useFieldErrors(save.error, { name });
  return (
    <Modal opened onClose={close} title={t('save')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t('name')}
            description={same ? t('replaces') : undefined}
            value={name}
            maxLength={40}
            data-autofocus
            error={problem('/name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {shares && (
            <Checkbox
              label={t('share')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <FormProblem error={save.error} shown={shown} />
          <Button type="submit" disabled={!name.trim()} loading={save.isPending}>
            {t('platform:save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
