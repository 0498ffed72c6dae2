-- The log of everybody who came or called, whose turn it is, and the independent count at the door.

CREATE TABLE reception_visits (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  way TEXT NOT NULL,
  kind TEXT NOT NULL,
  occasion TEXT NOT NULL,
  arrived_at BIGINT NOT NULL,
  left_at BIGINT,
  day TEXT NOT NULL,           -- of arrival, in the store's zone
  hour BIGINT NOT NULL,        -- likewise
  party_size BIGINT NOT NULL,
  salesperson_id TEXT,
  first_salesperson_id TEXT,   -- who received the party before it was handed over
  opened_by TEXT,
  took_turn BIGINT NOT NULL DEFAULT 0,
  channel_code TEXT,
  standing TEXT NOT NULL,
  customer_id TEXT,
  model_id TEXT,
  price_from BIGINT,
  price_to BIGINT,
  purchase_when TEXT,
  purchase_day TEXT,
  reason_code TEXT,
  asks BIGINT,
  second_face BIGINT,
  story TEXT,
  test_drive BIGINT,
  quote BIGINT,
  trade_in BIGINT,
  exclusion_code TEXT,
  exclusion_asked_by TEXT,
  exclusion_confirmed_by TEXT,
  closed_at BIGINT,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, customer_id) REFERENCES dealership_customers (store_id, id),
  CONSTRAINT left_after_arriving CHECK (left_at IS NULL OR left_at >= arrived_at),
  CONSTRAINT known_standing CHECK (standing IN ('open', 'filed', 'unfiled', 'exclusion_asked', 'excluded')),
  CONSTRAINT filed_has_a_customer CHECK (standing <> 'filed' OR customer_id IS NOT NULL),
  CONSTRAINT unfiled_has_a_reason CHECK (standing <> 'unfiled' OR reason_code IS NOT NULL),
  CONSTRAINT unfiled_is_anonymous CHECK (standing <> 'unfiled' OR customer_id IS NULL),
  CONSTRAINT excluded_by_two CHECK (standing <> 'excluded'
    OR (exclusion_code IS NOT NULL AND exclusion_asked_by <> exclusion_confirmed_by))
);
CREATE INDEX reception_visits_time ON reception_visits (store_id, arrived_at, id);
CREATE INDEX reception_visits_salesperson ON reception_visits (store_id, salesperson_id, arrived_at, id);
CREATE INDEX reception_visits_customer ON reception_visits (store_id, customer_id, arrived_at)
  WHERE customer_id IS NOT NULL;
CREATE INDEX reception_visits_unclosed ON reception_visits (store_id, arrived_at, id)
  WHERE standing IN ('open', 'exclusion_asked');

-- Who is on duty on a day, in the order of their turns.
CREATE TABLE reception_duty (
  store_id TEXT NOT NULL,
  day TEXT NOT NULL,
  person_id TEXT NOT NULL,
  on_duty BIGINT NOT NULL,
  turn_order BIGINT NOT NULL,
  turns BIGINT NOT NULL DEFAULT 0,
  skipped BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (store_id, day, person_id)
);

-- The independent count: taps at the front desk, and what sensors report per hour.
CREATE TABLE reception_door_taps (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  day TEXT NOT NULL,
  hour BIGINT NOT NULL,
  parties BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX reception_door_taps_day ON reception_door_taps (store_id, day, hour);

CREATE TABLE reception_sensor_counts (
  store_id TEXT NOT NULL,
  day TEXT NOT NULL,
  hour BIGINT NOT NULL,
  sensor TEXT NOT NULL,
  parties BIGINT NOT NULL,
  PRIMARY KEY (store_id, day, hour, sensor)
);
