import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPhone, IconTrash } from '@tabler/icons-react';
import type { Card, PartyMember } from '@platform/api/types';
import { CopyButton } from '@platform/show/CopyButton';
import { Section } from '@platform/show/Section';
import { sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeMember, usePartyChange } from './api';
import { MemberForm } from './MemberForm';
import classes from './party.module.css';

/** Who comes together: who buys, who uses it, who pays, whose word counts. */
export function Party({ card, members }: { card: Card; members: PartyMember[] }) {
  const { t } = useTranslation('prospects/party');
  const [edited, setEdited] = useState<string | null>(null);
  const may = card.can.includes('edit');
  const close = () => setEdited(null);
  return (
    <Section title={t('title')} note={members.length === 1 ? t('alone') : undefined}>
      <ul className={classes.members}>
        {members.map((member) => (
          <li key={member.id}>
            {edited === member.id ? (
              <MemberForm card={card} member={member} onDone={close} />
            ) : (
              <Member card={card} member={member} onEdit={may ? () => setEdited(member.id) : undefined} />
            )}
          </li>
        ))}
      </ul>
      {edited === 'new' ? (
        <MemberForm card={card} onDone={close} />
      ) : (
        may && (
          <Button variant="default" mt="xs" onClick={() => setEdited('new')}>
            {t('add')}
          </Button>
        )
      )}
    </Section>
  );
}

type MemberProps = { card: Card; member: PartyMember; onEdit?: () => void };

function Member({ card, member, onEdit }: MemberProps) {
  const { t } = useTranslation('prospects/party');
  const remove = usePartyChange(() => removeMember(card, member));
  const roles = member.roles.map((role) => t(`role.${role}`)).join(t('and'));
  return (
    <div className={classes.member}>
      <div className={classes.who}>
        <strong>{member.name}</strong>
        <span className="quiet">{member.is_customer ? t('customer', { roles }) : roles}</span>
        {onEdit && (
          <span className={classes.tools}>
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('edit', { name: member.name })}
              onClick={onEdit}
            >
              <IconPencil size={18} stroke={1.6} />
            </ActionIcon>
            {!member.is_customer && (
              <ActionIcon
                variant="subtle"
                size={36}
                color="red"
                loading={remove.isPending}
                aria-label={t('remove', { name: member.name })}
                onClick={() => remove.mutate(undefined, { onError: (error) => sayFailure(error.message) })}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            )}
          </span>
        )}
      </div>
      {!member.is_customer && (member.phone || member.wechat) && (
        <Group gap="xs">
          {member.phone && (
            <Button
              component="a"
              href={`tel:${member.phone}`}
              variant="light"
              className="numbers"
              leftSection={<IconPhone size={18} aria-hidden />}
            >
              {member.phone_display}
            </Button>
          )}
          {member.wechat && (
            <CopyButton text={member.wechat} label={t('wechat', { wechat: member.wechat })} />
          )}
        </Group>
      )}
    </div>
  );
}
