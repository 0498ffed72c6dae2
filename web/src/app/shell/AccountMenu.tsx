import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBeach,
  IconCalendarEvent,
  IconDevices,
  IconKey,
  IconLanguage,
  IconLogout,
  IconUserCircle,
} from '@tabler/icons-react';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import { useOutbox } from '@platform/drafts/outbox';
import { signOut } from '@platform/session/api';
import { useCan, useMe } from '@platform/session/session';
import { sayFailure } from '@platform/show/toast';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ThemeItems, usePreferenceChange } from './preferences';
import classes from './shell.module.css';

const SessionsDialog = lazy(() => import('../../rooms/dealership/account/SessionsDialog'));
const PasswordDialog = lazy(() => import('../../rooms/dealership/account/PasswordDialog'));

export function AccountMenu() {
  const { t, i18n } = useTranslation('app');
  const me = useMe();
  const can = useCan();
  const change = usePreferenceChange();
  const [dialog, setDialog] = useState<'sessions' | 'password' | null>(null);
  const waiting = useOutbox().filter((parcel) => parcel.personId === me.id).length;

  const leave = async () => {
    if (waiting > 0 && !window.confirm(t('account.sign_out_waiting', { count: waiting }))) return;
    try {
      await signOut();
      queryClient.setQueryData(sessionKey, null);
    } catch {
      sayFailure(t('platform:problem.network'));
    }
  };
  const close = () => setDialog(null);

  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon aria-label={t('account.menu', { name: me.name })}>
            <IconUserCircle size={22} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.name} · {me.roles.map((role) => t(`platform:roles.${role}`)).join(' · ')}
          </Menu.Label>
          <div className={classes.narrowOnly}>
            <Menu.Item
              leftSection={<IconLanguage size={16} stroke={1.6} aria-hidden />}
              onClick={() => change({ language: i18n.language === 'zh' ? 'en' : 'zh' })}
            >
              {i18n.language === 'zh' ? 'English' : '中文'}
            </Menu.Item>
            <ThemeItems />
            <Menu.Divider />
          </div>
          {me.stores.length > 0 && (
            <Menu.Item
              component={Link}
              to="/settings/days-off"
              leftSection={<IconBeach size={16} stroke={1.6} aria-hidden />}
            >
              {t('account.days_off')}
            </Menu.Item>
          )}
          {can('prospects.follow', 'prospects.manage', 'stores.edit') && (
            <Menu.Item
              component={Link}
              to="/settings/calendar"
              leftSection={<IconCalendarEvent size={16} stroke={1.6} aria-hidden />}
            >
              {t('account.calendar')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconDevices size={16} stroke={1.6} aria-hidden />}
            onClick={() => setDialog('sessions')}
          >
            {t('account.sessions')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconKey size={16} stroke={1.6} aria-hidden />}
            onClick={() => setDialog('password')}
          >
            {t('account.password')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />}
            onClick={() => void leave()}
          >
            {t('account.sign_out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'sessions' && <SessionsDialog close={close} />}
        {dialog === 'password' && <PasswordDialog close={close} />}
      </Suspense>
    </>
  );
}
