import { Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { isConflict } from '@platform/api/problem';
import type { Card, PartyMember, PartyRole } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { Toggles } from '@platform/form/Choices';
import { ConflictDialog } from '@platform/form/ConflictDialog';
import { useFieldErrors } from '@platform/form/fieldErrors';
import { FormProblem } from '@platform/form/FormProblem';
import { LookAlikes } from '@platform/known/LookAlikes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readCardsAgain } from '../api';
import { addMember, editMember, usePartyChange } from './api';
import { beginMember, roles, texts, type Typing } from './member';
import classes from './party.module.css';
import { useQueryClient } from '@tanstack/react-query';

type Props = { card: Card; member?: PartyMember; onDone: () => void };

/** Somebody of the party. Nobody is sent away for having no number. */
export function MemberForm({ card, member, onDone }: Props) {
  const { t } = useTranslation('prospects/party');
  const client = useQueryClient();
  const initial = useMemo(() => beginMember(member), [member]);
  const draft = useDraft<Typing>(`party.${card.id}.${member?.id ?? 'new'}`, initial);
  const typed = draft.value;
  const done = () => {
    draft.clear();
    onDone();
  };
  const save = usePartyChange(
    (version: number) => (member ? editMember(card, member, typed, version) : addMember(card, typed)),
    done,
  );
  const errorAt = useFieldErrors(save.error, typed);
  const conflict = isConflict(save.error) ? (save.error.current as PartyMember | undefined) : undefined;
  const named = (all: PartyRole[]) => all.map((role) => t(`role.${role}`)).join(t('and'));
  const shown = member?.is_customer ? [] : texts;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed.version);
      }}
    >
      <Toggles
        label={t('field.roles')}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        chosen={typed.roles}
        onChange={(chosen) => draft.change({ roles: chosen })}
        error={errorAt('/roles')}
      />
      {member?.is_customer ? (
        <p className="quiet">{t('on_record')}</p>
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            {texts.map((field) => (
              <TextInput
                key={field}
                label={t(`field.${field}`)}
                type={field === 'phone' ? 'tel' : 'text'}
                autoComplete="off"
                value={typed[field]}
                error={errorAt(`/${field}`)}
                onChange={(event) => draft.change({ [field]: event.currentTarget.value })}
              />
            ))}
          </SimpleGrid>
          <LookAlikes
            storeId={card.store_id}
            typed={{ phone: typed.phone, wechat: typed.wechat, exceptId: card.customer.id }}
          />
        </>
      )}
      {!conflict && <FormProblem error={save.error} shown={['/roles', '/name', '/phone', '/wechat']} />}
      <Group gap="xs">
        <Button type="submit" loading={save.isPending}>
          {t('platform:save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('platform:cancel')}
        </Button>
      </Group>
      {conflict && (
        <ConflictDialog
          fields={[
            { label: t('field.roles'), mine: named(typed.roles), theirs: named(conflict.roles) },
            ...shown.map((field) => ({
              label: t(`field.${field}`),
              mine: typed[field] || null,
              theirs: conflict[field],
            })),
          ]}
          busy={save.isPending}
          keepMine={() => save.mutate(conflict.version)}
          takeTheirs={() => {
            void readCardsAgain(client);
            done();
          }}
          close={() => save.reset()}
        />
      )}
    </form>
  );
}
