import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { CalendarDay, TestCar, TestDrive } from '@platform/api/types';
import { timeOf } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStore } from '@platform/session/session';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DriveButtons } from '../plans/DriveButtons';
import type { Opened } from '../plans/Plan';
import { PlanMark } from '../plans/PlanMark';
import classes from './calendar.module.css';
import { freeSlots, hoursIn, hoursOf, placeOf, windowOf, type Window } from './layout';

type Start = { day: string; time?: string; carId?: string };
type Props = {
  calendar: CalendarDay;
  onOpen: (opened: Opened) => void;
  /** Left out for who only looks. */
  onBook?: (start: Start) => void;
};

const at = (top: number, height = 0) => ({ '--top': top, '--height': height }) as CSSProperties;

/** A column for each car, the hours downwards; on a phone the columns move sideways under the hours. */
export function DayGrid({ calendar, onOpen, onBook }: Props) {
  const { t } = useTranslation('prospects/calendar');
  const format = useFormat();
  const now = useNow();
  const [looked, setLooked] = useState<TestDrive | null>(null);
  const window = windowOf(calendar);
  const sinceStart = (now - window.from) / 3_600_000;
  return (
    // A region that moves sideways must be reachable by keyboard.
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('cars')}>
      <div
        className={classes.grid}
        style={{ '--hours': hoursIn(window), '--cars': calendar.cars.length } as CSSProperties}
      >
        <div className={classes.corner} />
        {calendar.cars.map((car) => (
          <CarHead
            key={car.id}
            car={car}
            onBook={onBook && (() => onBook({ day: calendar.day, carId: car.id }))}
          />
        ))}
        <div className={classes.hours} aria-hidden>
          {hoursOf(window).map((instant, place) => (
            <span key={instant} style={at(place)} className="numbers">
              {format.time(instant)}
            </span>
          ))}
        </div>
        {calendar.cars.map((car) => (
          <CarColumn
            key={car.id}
            car={car}
            calendar={calendar}
            window={window}
            now={now}
            onLook={setLooked}
            onBook={onBook}
          />
        ))}
        {sinceStart > 0 && sinceStart < hoursIn(window) && (
          <div className={classes.now} style={at(sinceStart)} aria-hidden />
        )}
      </div>
      {looked && (
        <Look
          drive={looked}
          onClose={() => setLooked(null)}
          onOpen={(opened) => {
            setLooked(null);
            onOpen(opened);
          }}
        />
      )}
    </div>
  );
}

function CarHead({ car, onBook }: { car: TestCar; onBook?: () => void }) {
  const { t } = useTranslation('prospects/calendar');
  return (
    <div className={classes.head}>
      <strong>{car.name}</strong>
      <span className="quiet numbers">{car.retired ? t('retired') : car.plate}</span>
      {onBook && !car.retired && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('book_car', { car: car.name })}
          onClick={onBook}
        >
          {t('book')}
        </Button>
      )}
    </div>
  );
}

type ColumnProps = {
  car: TestCar;
  calendar: CalendarDay;
  window: Window;
  now: number;
  onLook: (drive: TestDrive) => void;
  onBook?: (start: Start) => void;
};

function CarColumn({ car, calendar, window, now, onLook, onBook }: ColumnProps) {
  const { t } = useTranslation('prospects/calendar');
  const format = useFormat();
  const zone = useStore().time_zone;
  const drives = calendar.drives.filter((drive) => drive.car.id === car.id);
  const slots = onBook && !car.retired ? freeSlots(drives, window, now) : [];
  return (
    <div className={classes.column} role="group" aria-label={car.name}>
      {slots.map((slot) => (
        // By keyboard the button above the column does the same.
        <button
          key={slot}
          type="button"
          tabIndex={-1}
          className={classes.slot}
          style={at((Date.parse(slot) - window.from) / 3_600_000, 0.5)}
          aria-label={t('book_at', { car: car.name, time: format.time(slot) })}
          onClick={() => onBook?.({ day: calendar.day, time: timeOf(slot, zone, 'en'), carId: car.id })}
        />
      ))}
      {drives.map((drive) => {
        const { top, height } = placeOf(drive, window);
        const span = `${format.time(drive.starts_at)}–${format.time(drive.ends_at)}`;
        const who = drive.customer ?? drive.salesperson?.name ?? t('somebody');
        return (
          <div key={drive.id} className={classes.block} style={at(top, height)}>
            <button type="button" data-standing={drive.standing} onClick={() => onLook(drive)}>
              <span className="numbers">{span}</span>
              <strong>{who}</strong>
            </button>
          </div>
        );
      })}
    </div>
  );
}

type LookProps = { drive: TestDrive; onClose: () => void; onOpen: (opened: Opened) => void };

/** Who has the car, and what may be done about it. */
function Look({ drive, onClose, onOpen }: LookProps) {
  const { t } = useTranslation('prospects/calendar');
  const format = useFormat();
  const name = drive.customer ?? t('of_colleague');
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{drive.car.name}</strong>}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <div className={classes.look}>
        <div className="numbers">
          {format.dayTime(drive.starts_at)}–{format.time(drive.ends_at)}{' '}
          <PlanMark standing={drive.standing} />
        </div>
        <div>
          {drive.card_id ? (
            <Link to={`/stores/${drive.store_id}/prospects/${drive.card_id}`}>{name}</Link>
          ) : (
            name
          )}
          {' · '}
          {drive.salesperson?.name ?? t('prospects:nobody')}
        </div>
        <DriveButtons drive={drive} onOpen={onOpen} />
      </div>
    </Modal>
  );
}
