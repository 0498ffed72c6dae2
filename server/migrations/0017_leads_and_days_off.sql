-- Leads that somebody answers for in time, customers with an e-mail address only, and who is away.

-- Somebody who has only written is on file under the address. SQLite cannot change a CHECK; its own manual says to write
-- the longer text into the schema, which touches no row.
-- only sqlite
PRAGMA writable_schema = ON;
-- only sqlite
UPDATE sqlite_schema SET sql = replace(sql, 'phone IS NOT NULL OR wechat IS NOT NULL',
  'phone IS NOT NULL OR wechat IS NOT NULL OR email IS NOT NULL')
  WHERE type = 'table' AND name = 'dealership_customers';
-- only sqlite
PRAGMA writable_schema = RESET;
-- only postgres
ALTER TABLE dealership_customers DROP CONSTRAINT has_a_contact;
-- only postgres
ALTER TABLE dealership_customers ADD CONSTRAINT has_a_contact
  CHECK (phone IS NOT NULL OR wechat IS NOT NULL OR email IS NOT NULL);

DROP VIEW dealership_customer_names;
CREATE VIEW dealership_customer_names AS SELECT store_id, id, name, sex, phone, wechat, email FROM dealership_customers;

-- The clock of a lead: when somebody has to have answered it, and what happens by itself when nobody has.
ALTER TABLE prospects_leads ADD COLUMN target_at BIGINT;    -- limits, counted in the store's opening hours
ALTER TABLE prospects_leads ADD COLUMN reassign_at BIGINT;
ALTER TABLE prospects_leads ADD COLUMN breach_at BIGINT;
ALTER TABLE prospects_leads ADD COLUMN act TEXT;            -- what happens next by itself: reassign, escalate
ALTER TABLE prospects_leads ADD COLUMN act_at BIGINT;
ALTER TABLE prospects_leads ADD COLUMN first_personal_response_at BIGINT;
ALTER TABLE prospects_leads ADD COLUMN responded_by TEXT;
ALTER TABLE prospects_leads ADD COLUMN reassigned_at BIGINT;
ALTER TABLE prospects_leads ADD COLUMN moved_from_id TEXT;  -- who had it before
ALTER TABLE prospects_leads ADD COLUMN escalated_at BIGINT;
-- Leads that came before this step had no clock: their limits are the usual ones, at whatever hour they came.
UPDATE prospects_leads SET target_at = received_at + 300000, reassign_at = received_at + 900000,
  breach_at = received_at + 1800000 WHERE outcome IN ('opened', 'touched');
UPDATE prospects_leads SET first_personal_response_at = (SELECT min(f.at) FROM prospects_follow_ups f
  WHERE f.store_id = prospects_leads.store_id AND f.card_id = prospects_leads.card_id
  AND f.at >= prospects_leads.received_at)
  WHERE target_at IS NOT NULL;
UPDATE prospects_leads SET escalated_at = breach_at WHERE target_at IS NOT NULL AND first_personal_response_at IS NULL;
CREATE INDEX prospects_leads_act ON prospects_leads (store_id, act_at, id) WHERE act_at IS NOT NULL;
CREATE INDEX prospects_leads_card ON prospects_leads (store_id, card_id) WHERE card_id IS NOT NULL;
CREATE INDEX prospects_leads_salesperson ON prospects_leads (store_id, salesperson_id, id) WHERE salesperson_id IS NOT NULL;
CREATE INDEX prospects_leads_moved ON prospects_leads (store_id, moved_from_id, id) WHERE moved_from_id IS NOT NULL;
CREATE INDEX prospects_leads_unanswered ON prospects_leads (store_id, id)
  WHERE target_at IS NOT NULL AND first_personal_response_at IS NULL;
CREATE INDEX prospects_leads_outcome ON prospects_leads (store_id, outcome, id) WHERE target_at IS NULL;

-- The limits of answering a lead, in minutes of opening hours, from a day on.
CREATE TABLE prospects_answer_times (
  store_id TEXT NOT NULL,
  from_day TEXT NOT NULL,
  target BIGINT NOT NULL,
  reassign BIGINT NOT NULL,
  breach BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (store_id, from_day)
);

-- Who is given which leads: a store's rules, in order.
CREATE TABLE prospects_lead_rules (
  store_id TEXT NOT NULL,
  rules TEXT NOT NULL,                      -- JSON
  version BIGINT NOT NULL,
  PRIMARY KEY (store_id)
);

-- Mails that have been read: each once, whoever reads the box again.
-- sqlite: WITHOUT ROWID
CREATE TABLE prospects_mails (
  store_id TEXT NOT NULL,
  key TEXT NOT NULL,                        -- its Message-ID or, without one, what its bytes come to
  read_at BIGINT NOT NULL,
  PRIMARY KEY (store_id, key)
);

-- Whole days on which somebody does not work.
CREATE TABLE dealership_days_off (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  from_day TEXT NOT NULL,                   -- the store's days, both included
  to_day TEXT NOT NULL,
  note TEXT,
  by_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  CONSTRAINT in_order CHECK (from_day <= to_day)
);
CREATE INDEX dealership_days_off_end ON dealership_days_off (store_id, to_day);

-- The hours of a week in which somebody works here; who has none works whenever the store is open.
CREATE TABLE dealership_working_hours (
  store_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  hours TEXT NOT NULL,                      -- as the opening hours of a store
  version BIGINT NOT NULL,
  PRIMARY KEY (store_id, person_id)
);
