import { Drawer, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { splitForPhone, useNavigation } from './navigation';
import classes from './shell.module.css';

export function BottomNavigation() {
  const { t } = useTranslation();
  const { bottom, more } = splitForPhone(useNavigation());
  const [open, setOpen] = useState(false);
  return (
    <nav className={classes.bottom} aria-label={t('app:shell.navigation')}>
      {bottom.map((entry) => (
        <NavLink key={entry.path} to={entry.path} className={classes.tab}>
          <entry.icon size={22} stroke={1.6} aria-hidden />
          <span>{t(entry.label)}</span>
        </NavLink>
      ))}
      {more.length > 0 && (
        <UnstyledButton className={classes.tab} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <IconMenu2 size={22} stroke={1.6} aria-hidden />
          <span>{t('app:shell.more')}</span>
        </UnstyledButton>
      )}
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title={t('app:shell.more')}
        closeButtonProps={{ 'aria-label': t('platform:close') }}
      >
        <div className={classes.moreList}>
          {more.map((entry) => (
            <NavLink key={entry.path} to={entry.path} className={classes.link} onClick={() => setOpen(false)}>
              <entry.icon size={20} stroke={1.6} aria-hidden />
              <span>{t(entry.label)}</span>
            </NavLink>
          ))}
        </div>
      </Drawer>
    </nav>
  );
}
