import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { BottomNavigation } from './BottomNavigation';
import { Header } from './Header';
import { OfflineBanner } from './OfflineBanner';
import classes from './shell.module.css';
import { SideNavigation } from './SideNavigation';

export function Shell() {
  const { t } = useTranslation('app');
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <Header />
      <SideNavigation />
      <main id="content" className={classes.content} tabIndex={-1}>
        <OfflineBanner />
        <Outlet />
      </main>
      <BottomNavigation />
    </div>
  );
}
