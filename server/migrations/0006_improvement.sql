-- What analyses read of other rooms, and the monthly tallies that pages over many stores read.

CREATE VIEW reception_log AS SELECT store_id, id, kind, occasion, standing, arrived_at, left_at, day, hour,
  salesperson_id, channel_code, model_id, reason_code, asks, second_face, story FROM reception_visits;
-- Not a join: of a few facts PostgreSQL would read all visits, since it cannot know that they are few.
CREATE VIEW reception_fact_days AS SELECT f.store_id, f.id AS fact_id,
  (SELECT v.day FROM reception_visits v WHERE v.store_id = f.store_id AND v.id = f.subject_id) AS day
  FROM fact_log f WHERE f.subject_kind = 'visit';
CREATE VIEW reception_people_on_duty AS SELECT store_id, day, count(*) AS people FROM reception_duty GROUP BY store_id, day;
-- To be joined by CROSS JOIN: then SQLite begins with the stores, who are few. PostgreSQL finds that by itself.
CREATE VIEW dealership_stores_of_groups AS SELECT group_id, id, code, name FROM dealership_stores WHERE retired = 0;

-- A store's month in numbers. Counted anew as a whole when a fact touches it, so every number is that of the log.
-- sqlite: WITHOUT ROWID
CREATE TABLE improvement_months (
  store_id TEXT NOT NULL,
  month TEXT NOT NULL,          -- "2026-03", the store's own
  filed BIGINT NOT NULL,
  unfiled BIGINT NOT NULL,      -- left open for more than a day, too
  open BIGINT NOT NULL,
  again BIGINT NOT NULL,
  excluded BIGINT NOT NULL,
  logged BIGINT NOT NULL,       -- parties in the log that came through the door
  counted BIGINT NOT NULL,      -- parties by the independent count
  stale_at BIGINT,              -- when the next open visit becomes an unfiled one
  PRIMARY KEY (store_id, month)
);

-- First visits of a store's month by one dimension; `cells` is written by improvement/tally.h.
-- sqlite: WITHOUT ROWID
CREATE TABLE improvement_tallies (
  store_id TEXT NOT NULL,
  dimension TEXT NOT NULL,
  month TEXT NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (store_id, dimension, month)
);

-- How far the fact log of a store is folded into its tallies.
CREATE TABLE improvement_folded (
  store_id TEXT NOT NULL,
  fact_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (store_id)
);

-- Which stores the sums of a group are made of: their ids, in order, a blank behind each.
CREATE TABLE improvement_groups (
  group_id TEXT NOT NULL,
  store_ids TEXT NOT NULL,
  PRIMARY KEY (group_id)
);

-- Months of whole groups: sums over their stores' months, a moment behind them.
-- sqlite: WITHOUT ROWID
CREATE TABLE improvement_group_months (
  group_id TEXT NOT NULL,
  month TEXT NOT NULL,
  filed BIGINT NOT NULL DEFAULT 0,
  unfiled BIGINT NOT NULL DEFAULT 0,
  open BIGINT NOT NULL DEFAULT 0,
  again BIGINT NOT NULL DEFAULT 0,
  excluded BIGINT NOT NULL DEFAULT 0,
  logged BIGINT NOT NULL DEFAULT 0,
  counted BIGINT NOT NULL DEFAULT 0,
  changes BIGINT NOT NULL,      -- of its stores' months that are not in the sum yet
  PRIMARY KEY (group_id, month)
);

-- sqlite: WITHOUT ROWID
CREATE TABLE improvement_group_tallies (
  group_id TEXT NOT NULL,
  dimension TEXT NOT NULL,
  month TEXT NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (group_id, dimension, month)
);
