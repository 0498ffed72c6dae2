import { NativeSelect } from '@mantine/core';
import { useCan } from '@platform/session/session';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { opens, sections } from '../sections';
import classes from './settings.module.css';

/** Links in a row where there is room, a select on the phone; nothing when there is only one page to see. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('dealership/settings');
  const can = useCan();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const open = sections.filter((section) => opens(section, can));
  return (
    <>
      {open.length > 1 && (
        <>
          <nav className={classes.tabs} aria-label={t('nav.label')}>
            {open.map((section) => (
              <NavLink key={section.path} to={section.path} className={classes.tab}>
                {t(section.label)}
              </NavLink>
            ))}
          </nav>
          <NativeSelect
            className={classes.select}
            aria-label={t('nav.label')}
            data={open.map((section) => ({ value: section.path, label: t(section.label) }))}
            value={pathname}
            onChange={(event) => void navigate(event.currentTarget.value)}
          />
        </>
      )}
      {children}
    </>
  );
}
