import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { NavigationEntry } from '../pages';
import { useNavigation } from './navigation';
import classes from './shell.module.css';

export function SideNavigation() {
  const { t } = useTranslation('app');
  const entries = useNavigation();
  const daily = entries.filter((entry) => entry.group !== 'setup');
  const setup = entries.filter((entry) => entry.group === 'setup');
  return (
    <nav className={classes.side} aria-label={t('shell.navigation')}>
      {daily.map((entry) => (
        <SideLink key={entry.path} entry={entry} />
      ))}
      {setup.length > 0 && <hr className={classes.divider} />}
      {setup.map((entry) => (
        <SideLink key={entry.path} entry={entry} />
      ))}
    </nav>
  );
}

function SideLink({ entry }: { entry: NavigationEntry }) {
  const { t } = useTranslation();
  return (
    <NavLink to={entry.path} className={classes.link}>
      <entry.icon size={20} stroke={1.6} aria-hidden />
      <span>{t(entry.label)}</span>
    </NavLink>
  );
}
