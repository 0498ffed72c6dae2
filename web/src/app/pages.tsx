import {
  IconAddressBook,
  IconBook2,
  IconDoorEnter,
  IconListDetails,
  IconSun,
  type Icon,
} from '@tabler/icons-react';
import type { Right } from '@platform/api/types';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export type PageEntry = {
  path: string;
  /** Any one of these opens the page; none: everybody signed in. */
  rights: Right[];
  /** Words of the navigation: namespace:key. */
  label: string;
  page: LazyExoticComponent<ComponentType>;
  /** Pages with an icon stand in the navigation, in this order. */
  icon?: Icon;
  /** daily pages come first, and on the phone go to the bottom bar as long as there is room. */
  group?: 'daily' | 'setup';
  /** Without header and navigation, for paper. */
  bare?: boolean;
};

const seesVisits: Right[] = ['visits.read', 'visits.own'];
const seesCustomers: Right[] = ['customers.read', 'customers.own'];
const seesProspects: Right[] = ['prospects.read', 'prospects.own'];

/** Every page of the app, one line each. */
// prettier-ignore
export const pages: PageEntry[] = [
  { path: '/', rights: seesVisits, label: 'app:pages.today', icon: IconSun, group: 'daily', page: lazy(() => import('../rooms/reception/today/TodayPage')) },
  { path: '/door', rights: ['visits.open'], label: 'app:pages.door', icon: IconDoorEnter, group: 'daily', page: lazy(() => import('../rooms/reception/door/DoorPage')) },
  { path: '/log', rights: seesVisits, label: 'app:pages.log', icon: IconBook2, group: 'daily', page: lazy(() => import('../rooms/reception/log/LogPage')) },
  { path: '/prospects', rights: seesProspects, label: 'app:pages.prospects', icon: IconListDetails, group: 'daily', page: lazy(() => import('../rooms/prospects/ProspectsPage')) },
  { path: '/customers', rights: seesCustomers, label: 'app:pages.customers', icon: IconAddressBook, group: 'daily', page: lazy(() => import('../rooms/prospects/customers/CustomersPage')) },
  { path: '/stores/:storeId/visits/:visitId', rights: seesVisits, label: 'app:pages.visit', page: lazy(() => import('../rooms/reception/visit/VisitPage')) },
  { path: '/stores/:storeId/customers/:customerId', rights: seesCustomers, label: 'app:pages.customer', page: lazy(() => import('../rooms/prospects/customers/CustomerPage')) },
  { path: '/log/print', rights: seesVisits, label: 'app:pages.log', bare: true, page: lazy(() => import('../rooms/reception/log/PrintPage')) },
];

export function mayOpen(entry: PageEntry, can: (...anyOf: Right[]) => boolean): boolean {
  return entry.rights.length === 0 || can(...entry.rights);
}
