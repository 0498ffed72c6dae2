import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Duty, House } from '@platform/api/types';
import { useCan, useMe } from '@platform/session/session';
import { sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDutyChange, useStaff } from '../api';
import classes from './door.module.css';

/** Whose turn it is, in order. A tap on a person offers what may be done with them. */
export function Rotation({ house, storeId }: { house: House; storeId: string }) {
  const { t } = useTranslation('reception');
  const can = useCan();
  const me = useMe();
  const manages = can('duty.manage');
  // Salespeople look after their own duty.
  const own = can('visits.close');
  const onDuty = house.duty.some((duty) => duty.person.id === me.id);
  return (
    <div className={classes.rotation}>
      {house.duty.length === 0 && <p className="quiet">{t('duty.empty')}</p>}
      <ul>
        {house.duty.map((duty) => (
          <li key={duty.person.id}>
            {manages || (own && duty.person.id === me.id) ? (
              <DutyMenu duty={duty} storeId={storeId} />
            ) : (
              <DutyFace duty={duty} />
            )}
          </li>
        ))}
      </ul>
      {manages && <ComeOnDuty house={house} storeId={storeId} />}
      {!manages && own && !onDuty && <ComeOnDutyMyself storeId={storeId} />}
    </div>
  );
}

function DutyFace({ duty }: { duty: Duty }) {
  const { t } = useTranslation('reception');
  const me = useMe();
  return (
    <div className={classes.duty} data-turn={duty.on_turn || undefined}>
      <strong>
        {duty.person.id === me.id ? t('duty.me', { name: duty.person.name }) : duty.person.name}
      </strong>
      <span className="quiet">
        {[
          t('duty.turns', { count: duty.turns }),
          duty.busy ? t('duty.busy') : null,
          duty.skipped > 0 ? t('duty.skipped', { count: duty.skipped }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {duty.on_turn && <em>{t('duty.next')}</em>}
    </div>
  );
}

function DutyMenu({ duty, storeId }: { duty: Duty; storeId: string }) {
  const { t } = useTranslation('reception');
  const change = useDutyChange(storeId);
  const run = (act: 'off' | 'skip') =>
    change.mutate({ personId: duty.person.id, act }, { onError: (error) => sayFailure(error.message) });
  return (
    <Menu position="bottom-start" width={190}>
      <Menu.Target>
        <UnstyledButton className={classes.dutyButton}>
          <DutyFace duty={duty} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {duty.on_turn && <Menu.Item onClick={() => run('skip')}>{t('duty.skip')}</Menu.Item>}
        <Menu.Item onClick={() => run('off')}>{t('duty.off')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ComeOnDuty({ house, storeId }: { house: House; storeId: string }) {
  const { t } = useTranslation('reception');
  const [open, setOpen] = useState(false);
  const staff = useStaff(storeId, open);
  const change = useDutyChange(storeId);
  const on = new Set(house.duty.map((duty) => duty.person.id));
  const off = staff.data?.filter((person) => !on.has(person.id)) ?? [];
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-start" width={220}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} loading={change.isPending}>
          {t('duty.on')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {staff.isPending && <Menu.Label>{t('platform:loading')}</Menu.Label>}
        {staff.isSuccess && off.length === 0 && <Menu.Label>{t('duty.all_on')}</Menu.Label>}
        {off.map((person) => (
          <Menu.Item
            key={person.id}
            onClick={() =>
              change.mutate(
                { personId: person.id, act: 'on' },
                { onError: (error) => sayFailure(error.message) },
              )
            }
          >
            {person.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ComeOnDutyMyself({ storeId }: { storeId: string }) {
  const { t } = useTranslation('reception');
  const me = useMe();
  const change = useDutyChange(storeId);
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      loading={change.isPending}
      onClick={() =>
        change.mutate({ personId: me.id, act: 'on' }, { onError: (error) => sayFailure(error.message) })
      }
    >
      {t('duty.on_me')}
    </Button>
  );
}
