import { Button, Group } from '@mantine/core';
import type { Appointment, CardPage, TestDrive } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppointmentButtons, useAppointmentWords } from './AppointmentLine';
import { DriveButtons } from './DriveButtons';
import { Plan, type Opened } from './Plan';
import { PlanMark } from './PlanMark';
import classes from './plans.module.css';

/** Whatever has not ended, and the last that has: the rest stands in the history. */
const recent = <T extends { standing: string }>(plans: T[], open: string) => {
  const ended = plans.filter(({ standing }) => standing !== open).slice(0, 1);
  return plans.filter((plan) => plan.standing === open || ended.includes(plan));
};

/** When they come, which car they drive, and what became of it. */
export function Plans({ page: { card, appointments, drives } }: { page: CardPage }) {
  const { t } = useTranslation('prospects/plans');
  const [opened, setOpened] = useState<Opened | null>(null);
  const may = card.can.includes('follow_up');
  // A drive that came of an appointment and is over is told by the history.
  const own = drives.filter(({ standing, appointment_id }) => standing === 'booked' || !appointment_id);
  const shownDrives = recent(own, 'booked');
  const shownAppointments = recent(appointments, 'invited');
  const nothing = shownDrives.length + shownAppointments.length === 0;
  if (nothing && !may) return null;
  const plan = () =>
    setOpened({
      kind: 'plan',
      planned: {
        storeId: card.store_id,
        whom: { store_id: card.store_id, id: card.id, name: card.customer.name },
      },
    });
  return (
    <Section title={t('section')} aside={<Link to="/calendar">{t('to_calendar')}</Link>}>
      {nothing && <p className="quiet">{t('nothing')}</p>}
      {shownAppointments.map((made) => (
        <AppointmentLine key={made.id} made={made} onOpen={setOpened} />
      ))}
      {shownDrives.map((drive) => (
        <DriveLine key={drive.id} drive={drive} onOpen={setOpened} />
      ))}
      {may && (
        <Group mt="sm">
          <Button variant="default" onClick={plan}>
            {t('invite')}
          </Button>
        </Group>
      )}
      <Plan opened={opened} onClose={() => setOpened(null)} />
    </Section>
  );
}

function AppointmentLine({ made, onOpen }: { made: Appointment; onOpen: (opened: Opened) => void }) {
  const format = useFormat(useStoreById(made.store_id));
  const words = useAppointmentWords(made.store_id);
  return (
    <div className={classes.plan}>
      <div>
        <strong className="numbers">{format.dayTime(made.at)}</strong> <PlanMark standing={made.standing} />
      </div>
      <div>{words(made).join(' · ')}</div>
      {made.reason && <div className="quiet">{made.reason}</div>}
      <AppointmentButtons made={made} onOpen={onOpen} />
    </div>
  );
}

function DriveLine({ drive, onOpen }: { drive: TestDrive; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation('prospects/plans');
  const format = useFormat(useStoreById(drive.store_id));
  const seen = drive.licence_seen === null ? null : t(drive.licence_seen ? 'licence_yes' : 'licence_no');
  return (
    <div className={classes.plan}>
      <div>
        <strong className="numbers">
          {format.dayTime(drive.starts_at)}–{format.time(drive.ends_at)}
        </strong>{' '}
        <PlanMark standing={drive.standing} />
      </div>
      <div>{[t('purpose.test_drive'), drive.car.name, seen].filter(Boolean).join(' · ')}</div>
      {drive.reason && <div className="quiet">{drive.reason}</div>}
      <DriveButtons drive={drive} onOpen={onOpen} />
    </div>
  );
}
