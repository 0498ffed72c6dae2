import { useCan, useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../settings/shared/SettingsFrame';
import { AddDaysOff } from './AddDaysOff';
import { useDaysOff, useWorkingHours } from './api';
import { DaysOffList } from './DaysOffList';
import { HoursList } from './HoursList';
import classes from './daysoff.module.css';

/** When people work: each enters their own days off, managers everybody's. */
export default function DaysOffPage() {
  const { t } = useTranslation('dealership/daysoff');
  const store = useStore();
  const forAll = useCan()('prospects.manage', 'people.edit');
  const days = useDaysOff(store.id);
  const hours = useWorkingHours(store.id);
  return (
    <SettingsFrame>
      <PageTitle title={t('title')} note={store.name} />
      <p className={classes.intro}>{t(forAll ? 'intro_all' : 'intro')}</p>
      <Section title={t('days')}>
        <AddDaysOff people={hours.data ?? []} forAll={forAll} />
        <QueryView query={days}>{(items) => <DaysOffList items={items} named={forAll} />}</QueryView>
      </Section>
      <Section title={t('hours')} note={t('hours_note')}>
        <QueryView query={hours}>{(items) => <HoursList items={items} />}</QueryView>
      </Section>
    </SettingsFrame>
  );
}
