-- Whom the store expects. Moving keeps the row: what it was before stands in the facts.
CREATE TABLE prospects_appointments (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  at BIGINT NOT NULL,                       -- when they are expected
  purpose TEXT NOT NULL,
  note TEXT,
  standing TEXT NOT NULL DEFAULT 'invited',
  moves BIGINT NOT NULL DEFAULT 0,          -- how often it was moved
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  settled_at BIGINT,                        -- when somebody said what became of it
  settled_by TEXT,
  visit_id TEXT,                            -- with which they came, when it was logged at the door
  reason TEXT,                              -- of a cancellation
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, card_id) REFERENCES prospects_cards (store_id, id),
  CONSTRAINT known_appointment CHECK (standing IN ('invited', 'came', 'missed', 'cancelled'))
);
CREATE INDEX prospects_appointments_time ON prospects_appointments (store_id, at);
CREATE INDEX prospects_appointments_card ON prospects_appointments (store_id, card_id, at);

-- The cars that a store lets people drive.
CREATE TABLE prospects_test_cars (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  model_id TEXT,
  plate TEXT,
  retired BIGINT NOT NULL DEFAULT 0,
  bookings BIGINT NOT NULL DEFAULT 0,       -- raised by whoever takes the car, so that two at once see each other
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id)
);
CREATE UNIQUE INDEX prospects_test_cars_name ON prospects_test_cars (store_id, name);

-- A car taken for a span of time. No two of one car that are not cancelled overlap.
CREATE TABLE prospects_test_drives (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  car_id TEXT NOT NULL,
  appointment_id TEXT,                      -- for which it was booked
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  standing TEXT NOT NULL DEFAULT 'booked',
  booked_at BIGINT NOT NULL,
  booked_by TEXT NOT NULL,
  settled_at BIGINT,
  settled_by TEXT,
  licence_seen BIGINT,                      -- 1: somebody looked at it; its number is never kept
  odometer BIGINT,                          -- km, after the drive
  reason TEXT,                              -- of a cancellation
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, card_id) REFERENCES prospects_cards (store_id, id),
  FOREIGN KEY (store_id, car_id) REFERENCES prospects_test_cars (store_id, id),
  CONSTRAINT known_drive CHECK (standing IN ('booked', 'driven', 'cancelled')),
  CONSTRAINT some_time CHECK (starts_at < ends_at)
);
CREATE INDEX prospects_test_drives_car ON prospects_test_drives (store_id, car_id, starts_at);
CREATE INDEX prospects_test_drives_time ON prospects_test_drives (store_id, starts_at);
CREATE INDEX prospects_test_drives_card ON prospects_test_drives (store_id, card_id, starts_at);
CREATE INDEX prospects_test_drives_appointment ON prospects_test_drives (store_id, appointment_id)
  WHERE appointment_id IS NOT NULL;
