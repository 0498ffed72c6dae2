-- Cards that are followed up. A customer has one open card; whoever comes back after it was closed gets a new one.

ALTER TABLE prospects_cards RENAME TO prospects_cards_before;
CREATE TABLE prospects_cards (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  visit_id TEXT,                            -- that it was opened by
  salesperson_id TEXT,
  standing TEXT NOT NULL DEFAULT 'following',
  grade TEXT NOT NULL,                      -- as of the store's last midnight, or of what was said since
  grade_reason TEXT,                        -- of a grade that somebody set by hand
  regrade_on TEXT,                          -- the day on which the grade moves by itself
  purchase_when TEXT NOT NULL,
  expected_on TEXT,
  said_at BIGINT NOT NULL DEFAULT 0,        -- when day or grade were said last
  sureness TEXT,
  model_id TEXT,
  colour TEXT,
  competing_model TEXT,
  car_condition TEXT,
  trade_in BIGINT,
  payment TEXT,
  price_from BIGINT,
  price_to BIGINT,
  next_at BIGINT,                           -- when the next follow-up is due, empty when none is
  next_timed BIGINT NOT NULL DEFAULT 0,     -- 1: at that minute, 0: in the course of that day
  next_way TEXT,
  promise TEXT,                             -- what was promised for then
  followed_at BIGINT,                       -- last follow-up that counts
  reached_at BIGINT,                        -- last time that they spoke or wrote back
  tries BIGINT NOT NULL DEFAULT 0,          -- since then
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, customer_id) REFERENCES dealership_customers (store_id, id),
  CONSTRAINT known_grade CHECK (grade IN ('N', 'H', 'A', 'B', 'C')),
  CONSTRAINT known_standing CHECK (standing IN ('following', 'loss_asked', 'ordered', 'delivered', 'lost')),
  CONSTRAINT followed_with_a_date CHECK (next_at IS NOT NULL OR standing <> 'following')
);

-- Nobody has followed these up in writing: they are due a day after they were filed. Their grades are looked at anew at
-- the next midnight.
INSERT INTO prospects_cards (store_id, id, customer_id, visit_id, salesperson_id, grade, regrade_on,
  purchase_when, expected_on, said_at, model_id, price_from, price_to, opened_at, next_at)
  SELECT store_id, id, customer_id, visit_id, salesperson_id, grade,
  CASE WHEN expected_on IS NULL THEN NULL ELSE '1900-01-01' END,
  purchase_when, expected_on, opened_at, model_id, price_from, price_to, opened_at, opened_at + 86400000
  FROM prospects_cards_before;
DROP TABLE prospects_cards_before;

CREATE UNIQUE INDEX prospects_cards_open ON prospects_cards (store_id, customer_id) WHERE closed_at IS NULL;
CREATE INDEX prospects_cards_customer ON prospects_cards (store_id, customer_id, id);
CREATE INDEX prospects_cards_salesperson ON prospects_cards (store_id, salesperson_id, id);
CREATE INDEX prospects_cards_due ON prospects_cards (store_id, next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX prospects_cards_own_due ON prospects_cards (store_id, salesperson_id, next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX prospects_cards_regrade ON prospects_cards (store_id, regrade_on) WHERE regrade_on IS NOT NULL;

-- Everything that was tried. Written once, never changed.
CREATE TABLE prospects_follow_ups (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  at BIGINT NOT NULL,                       -- when it happened; the phone may have been offline since
  noted_at BIGINT NOT NULL,                 -- when it arrived here
  by_id TEXT NOT NULL,
  way TEXT NOT NULL,
  reached BIGINT NOT NULL,                  -- 1: they answered, 0: a mere attempt
  said TEXT,
  grade TEXT NOT NULL,                      -- of the card, after it
  next_at BIGINT,                           -- that was agreed on
  counted BIGINT NOT NULL,                  -- 0: a later one had been noted already, so the card stayed as it was
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, card_id) REFERENCES prospects_cards (store_id, id)
);
CREATE INDEX prospects_follow_ups_card ON prospects_follow_ups (store_id, card_id, at);
CREATE INDEX prospects_follow_ups_time ON prospects_follow_ups (store_id, at);
CREATE INDEX prospects_follow_ups_person ON prospects_follow_ups (store_id, by_id, at);

-- The store's own windows and cadence, in days, from a day on. The defaults hold where nothing is written.
CREATE TABLE prospects_rules (
  store_id TEXT NOT NULL,
  from_day TEXT NOT NULL,
  h_days BIGINT NOT NULL,                   -- a grade's window ends so many days ahead
  a_days BIGINT NOT NULL,
  b_days BIGINT NOT NULL,
  grace_days BIGINT NOT NULL,               -- a day that passed without an order counts for so long
  after_visit BIGINT NOT NULL,              -- most days from one follow-up to the next
  every_n BIGINT NOT NULL,
  every_h BIGINT NOT NULL,
  every_a BIGINT NOT NULL,
  every_b BIGINT NOT NULL,
  every_c BIGINT NOT NULL,
  every_o BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (store_id, from_day)
);

-- The midnight of the store up to which its cards have been moved and counted.
CREATE TABLE prospects_midnights (
  store_id TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (store_id)
);

-- Open cards as they stood at a midnight of the store. Written once, never counted anew.
-- sqlite: WITHOUT ROWID
CREATE TABLE prospects_snapshots (
  store_id TEXT NOT NULL,
  day TEXT NOT NULL,                        -- that began at this midnight
  salesperson_id TEXT NOT NULL,             -- '' for cards that nobody is in charge of
  grade TEXT NOT NULL,
  cards BIGINT NOT NULL,
  overdue BIGINT NOT NULL,
  PRIMARY KEY (store_id, day, salesperson_id, grade)
);
