import {
  IconAddressBook,
  IconBook2,
  IconCalendarEvent,
  IconChartDots3,
  IconChecklist,
  IconDoorEnter,
  IconEye,
  IconFileImport,
  IconListDetails,
  IconMailFast,
  IconRoute,
  IconScale,
  IconSettings,
  IconSun,
  IconTallymarks,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Right } from '@platform/api/types';
import { wantMoreWords } from '@platform/words';
import { lazy, type ComponentType } from 'react';
import { matchPath } from 'react-router';

export type PageEntry = {
  path: string;
  /** Any one of these opens the page; none: everybody signed in. */
  rights: Right[];
  /** And all of these as well. */
  and?: Right[];
  /** Words of the navigation: namespace:key. */
  label: string;
  page: ReturnType<typeof later>;
  /** Pages with an icon stand in the navigation, in this order. */
  icon?: Icon;
  /** daily pages come first, and on the phone go to the bottom bar as long as there is room. */
  group?: 'daily' | 'setup';
  /** Whoever has any of these begins the day here, and finds it first in the navigation. */
  home?: Right[];
  /** Without header and navigation, for paper. */
  bare?: boolean;
};

export type NavigationEntry = PageEntry & { icon: Icon };

type Load = () => Promise<{ default: ComponentType }>;

/** A page with which the day begins on a phone: fetched when it is shown, or when its address was opened. */
const first = (load: Load) => Object.assign(lazy(load), { load });
/** Any other page, with what only such pages say. */
const later = (load: Load) => first(async () => (await Promise.all([load(), wantMoreWords()]))[0]);

const seesVisits: Right[] = ['visits.read', 'visits.own'];
const seesCustomers: Right[] = ['customers.read', 'customers.own'];
const seesProspects: Right[] = ['prospects.read', 'prospects.own'];

/** Every page of the app, one line each. */
// prettier-ignore
export const pages: PageEntry[] = [
  { path: '/today', rights: seesVisits, label: 'app:pages.today', icon: IconSun, group: 'daily', page: first(() => import('./TodayPage')) },
  { path: '/hundred', rights: seesVisits, home: ['visits.manage', 'visits.own'], label: 'improvement/hundred:nav', icon: IconUsersGroup, group: 'daily', page: first(() => import('../rooms/improvement/hundred/HundredPage')) },
  { path: '/door', rights: ['visits.open'], home: ['doors.tap'], label: 'app:pages.door', icon: IconDoorEnter, group: 'daily', page: first(() => import('../rooms/reception/door/DoorPage')) },
  { path: '/log', rights: seesVisits, label: 'app:pages.log', icon: IconBook2, group: 'daily', page: later(() => import('../rooms/reception/log/LogPage')) },
  { path: '/unfiled', rights: ['visits.read'], label: 'app:pages.unfiled', icon: IconChartDots3, group: 'daily', page: later(() => import('../rooms/improvement/unfiled/UnfiledPage')) },
  { path: '/cohorts', rights: ['visits.read'], label: 'app:pages.cohorts', icon: IconRoute, group: 'daily', page: later(() => import('../rooms/improvement/cohorts/CohortsPage')) },
  { path: '/board', rights: ['prospects.read'], and: ['customers.read'], label: 'app:pages.board', icon: IconChecklist, group: 'daily', page: later(() => import('./MorningPage')) },
  { path: '/prospects', rights: seesProspects, label: 'app:pages.prospects', icon: IconListDetails, group: 'daily', page: later(() => import('../rooms/prospects/ProspectsPage')) },
  { path: '/prospects/reassign', rights: ['prospects.manage'], label: 'prospects/handing:title', page: later(() => import('../rooms/prospects/handing/ReassignPage')) },
  { path: '/prospects/calibration', rights: ['prospects.manage', 'audit.read'], label: 'prospects/calibration:title', page: later(() => import('../rooms/prospects/calibration/CalibrationPage')) },
  { path: '/prospects/month', rights: seesProspects, label: 'prospects/forms:month.title', bare: true, page: later(() => import('../rooms/prospects/forms/MonthFormPage')) },
  { path: '/prospects/day', rights: seesProspects, label: 'prospects/forms:daily.title', bare: true, page: later(() => import('../rooms/prospects/forms/DayFormPage')) },
  { path: '/stores/:storeId/prospects/:cardId/print', rights: seesProspects, label: 'prospects/forms:card.title', bare: true, page: later(() => import('../rooms/prospects/forms/CardFormPage')) },
  { path: '/stores/:storeId/quotes/:quoteId/:n/print', rights: seesProspects, label: 'prospects/quotes:paper.title', bare: true, page: later(() => import('../rooms/prospects/quotes/QuotePrintPage')) },
  { path: '/calendar', rights: ['prospects.read', 'prospects.own', 'visits.read'], label: 'app:pages.calendar', icon: IconCalendarEvent, group: 'daily', page: later(() => import('../rooms/prospects/calendar/CalendarPage')) },
  { path: '/customers', rights: seesCustomers, label: 'app:pages.customers', icon: IconAddressBook, group: 'daily', page: later(() => import('../rooms/prospects/customers/CustomersPage')) },
  { path: '/leads', rights: seesProspects, label: 'prospects/leads:nav', icon: IconMailFast, group: 'daily', page: later(() => import('../rooms/prospects/leads/LeadsPage')) },
  { path: '/workload', rights: ['prospects.manage', 'prospects.own'], label: 'app:pages.workload', icon: IconScale, group: 'daily', page: later(() => import('../rooms/workday/workload/WorkloadPage')) },
  { path: '/truth', rights: ['prospects.manage'], label: 'app:pages.truth', icon: IconEye, group: 'daily', page: later(() => import('../rooms/workday/truth/TruthPage')) },
  { path: '/stores/:storeId/visits/:visitId', rights: seesVisits, label: 'app:pages.visit', page: later(() => import('../rooms/reception/visit/VisitPage')) },
  { path: '/stores/:storeId/customers/:customerId', rights: seesCustomers, label: 'app:pages.customer', page: later(() => import('../rooms/prospects/customers/CustomerPage')) },
  { path: '/stores/:storeId/prospects/:cardId', rights: seesProspects, label: 'app:pages.card', page: later(() => import('../rooms/prospects/cards/CardPage')) },
  { path: '/duplicates', rights: ['prospects.manage'], label: 'prospects/duplicates:title', page: later(() => import('../rooms/prospects/duplicates/DuplicatesPage')) },
  { path: '/log/print', rights: seesVisits, label: 'app:pages.log', bare: true, page: later(() => import('../rooms/reception/log/PrintPage')) },
  { path: '/door-counts', rights: ['doors.read'], label: 'app:pages.door_counts', icon: IconTallymarks, group: 'daily', page: later(() => import('../rooms/reception/doorcounts/DoorCountsPage')) },
  { path: '/imports', rights: ['imports.run'], label: 'app:pages.imports', icon: IconFileImport, group: 'setup', page: later(() => import('../rooms/reception/imports/ImportsPage')) },
  { path: '/imports/:storeId/:importId', rights: ['imports.run'], label: 'app:pages.imports', page: later(() => import('../rooms/reception/imports/ImportPage')) },
  { path: '/settings', rights: ['people.edit', 'stores.edit', 'models.edit', 'lists.edit', 'tokens.edit', 'audit.read', 'prospects.manage'], label: 'app:pages.settings', icon: IconSettings, group: 'setup', page: later(() => import('../rooms/dealership/settings/SettingsPage')) },
  { path: '/settings/people', rights: ['people.edit'], label: 'dealership/settings:nav.people', page: later(() => import('../rooms/dealership/settings/people/PeoplePage')) },
  { path: '/settings/stores', rights: ['stores.edit'], label: 'dealership/settings:nav.stores', page: later(() => import('../rooms/dealership/settings/stores/StoresPage')) },
  { path: '/settings/models', rights: ['models.edit'], label: 'dealership/settings:nav.models', page: later(() => import('../rooms/dealership/settings/models/ModelsPage')) },
  { path: '/settings/channels', rights: ['lists.edit'], label: 'dealership/settings:nav.channels', page: later(() => import('../rooms/dealership/settings/lists/ChannelsPage')) },
  { path: '/settings/reasons', rights: ['lists.edit'], label: 'dealership/settings:nav.reasons', page: later(() => import('../rooms/dealership/settings/lists/ReasonsPage')) },
  { path: '/settings/rules', rights: seesProspects, label: 'prospects/rules:title', page: later(() => import('./RulesPage')) },
  { path: '/settings/test-cars', rights: ['prospects.manage', 'stores.edit'], label: 'dealership/settings:nav.test_cars', page: later(() => import('../rooms/dealership/settings/testcars/TestCarsPage')) },
  { path: '/settings/leads', rights: ['prospects.manage', 'stores.edit'], label: 'prospects/leadrules:title', page: later(() => import('./LeadRulesPage')) },
  { path: '/settings/days-off', rights: ['visits.read', 'visits.own', 'customers.read'], label: 'dealership/daysoff:title', page: later(() => import('../rooms/dealership/daysoff/DaysOffPage')) },
  { path: '/settings/calendar', rights: ['prospects.follow', 'prospects.manage', 'stores.edit'], label: 'dealership/account:title', page: later(() => import('../rooms/dealership/account/CalendarFeedPage')) },
  { path: '/settings/sensors', rights: ['tokens.edit'], label: 'dealership/settings:nav.sensors', page: later(() => import('../rooms/dealership/settings/tokens/SensorsPage')) },
  { path: '/settings/audit', rights: ['audit.read'], label: 'dealership/settings:nav.audit', page: later(() => import('../rooms/dealership/settings/audit/AuditPage')) },
];

/** What the address names is fetched while the server is still asked who is there. */
export function fetchAhead(pathname: string) {
  // A page that cannot be fetched says so when it is shown.
  pages
    .find(({ path }) => matchPath(path, pathname))
    ?.page.load()
    .catch(() => undefined);
}

/** Pages that stand in the navigation, the first one being where this person's day begins. */
export function pagesFor(can: (...anyOf: Right[]) => boolean): NavigationEntry[] {
  const open = pages.filter(
    (entry): entry is NavigationEntry => entry.icon !== undefined && mayOpen(entry, can),
  );
  const home = open.find((entry) => entry.home && can(...entry.home));
  return home ? [home, ...open.filter((entry) => entry !== home)] : open;
}

export function mayOpen(entry: PageEntry, can: (...anyOf: Right[]) => boolean): boolean {
  const anyOf = entry.rights.length === 0 || can(...entry.rights);
  return anyOf && (entry.and ?? []).every((right) => can(right));
}
