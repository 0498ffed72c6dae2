-- Who is who: several people of one party, customers who are on file twice, and what two salespeople have to settle.

-- What a customer was or is also reached under, beside the record.
CREATE TABLE dealership_further_contacts (
  store_id TEXT NOT NULL,
  kind TEXT NOT NULL,                       -- phone, wechat, plate, email
  value TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (store_id, kind, value, customer_id),
  FOREIGN KEY (store_id, customer_id) REFERENCES dealership_customers (store_id, id)
);
CREATE INDEX dealership_further_contacts_customer ON dealership_further_contacts (store_id, customer_id);

-- The records of two customers as they were before they were put together, until that is taken back.
CREATE TABLE dealership_merged_customers (
  store_id TEXT NOT NULL,
  merge_id TEXT NOT NULL,
  id TEXT NOT NULL,
  into_id TEXT,                             -- of the one who is no longer on file
  name TEXT NOT NULL,
  sex TEXT,
  phone TEXT,
  wechat TEXT,
  plate TEXT,
  salesperson_id TEXT,
  created_at BIGINT NOT NULL,
  created_by TEXT,
  last_visit_at BIGINT,
  email TEXT,
  version BIGINT NOT NULL,
  PRIMARY KEY (store_id, merge_id, id)
);
CREATE INDEX dealership_merged_customers_id ON dealership_merged_customers (store_id, id);

-- Rows that were moved by a merge, and what they were like before.
CREATE TABLE dealership_merge_moves (
  store_id TEXT NOT NULL,
  merge_id TEXT NOT NULL,
  what TEXT NOT NULL,                       -- table, with the column
  row_id TEXT NOT NULL,
  was TEXT NOT NULL,
  PRIMARY KEY (store_id, merge_id, what, row_id)
);

-- The people of a card's party. The customer of the card is one of them: under the customer's id, and without
-- a name or contact here.
CREATE TABLE prospects_party (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  roles TEXT NOT NULL,                      -- words with blanks around each
  name TEXT,
  phone TEXT,
  wechat TEXT,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, card_id) REFERENCES prospects_cards (store_id, id)
);
CREATE INDEX prospects_party_card ON prospects_party (store_id, card_id, id);
CREATE INDEX prospects_party_phone ON prospects_party (store_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX prospects_party_wechat ON prospects_party (store_id, wechat) WHERE wechat IS NOT NULL;

-- What a person may type to find them, as for customers.
-- sqlite: WITHOUT ROWID
CREATE TABLE prospects_party_keys (
  store_id TEXT NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  member_id TEXT NOT NULL,
  PRIMARY KEY (store_id, key, member_id)
);

-- What somebody has to know and what has to be settled. One row for each who is told.
CREATE TABLE prospects_notices (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  to_id TEXT,                               -- nobody: whoever manages prospects
  at BIGINT NOT NULL,
  by_id TEXT,                               -- whose doing it was
  about_id TEXT,                            -- the colleague whom it concerns
  customer_id TEXT NOT NULL,
  card_id TEXT,
  visit_id TEXT,
  seen_at BIGINT,
  seen_by TEXT,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX prospects_notices_unseen ON prospects_notices (store_id, at, id) WHERE seen_at IS NULL;
CREATE INDEX prospects_notices_customer ON prospects_notices (store_id, customer_id);

-- Customers who were added or changed since they were compared with the others last.
-- sqlite: WITHOUT ROWID
CREATE TABLE prospects_to_compare (
  store_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  since BIGINT NOT NULL,                    -- compared when the next day of the store begins
  PRIMARY KEY (store_id, customer_id)
);
INSERT INTO prospects_to_compare (store_id, customer_id, since)
  SELECT store_id, id, 0 FROM dealership_customers;

-- Pairs who may be one person. first_id < second_id.
CREATE TABLE prospects_duplicates (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  score BIGINT NOT NULL,                    -- 0 to 100
  reasons TEXT NOT NULL,                    -- words with blanks around each
  state TEXT NOT NULL DEFAULT 'open',
  found_at BIGINT NOT NULL,
  settled_at BIGINT,
  settled_by TEXT,
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, first_id, second_id),
  CONSTRAINT known_state CHECK (state IN ('open', 'different', 'merged'))
);
CREATE INDEX prospects_duplicates_open ON prospects_duplicates (store_id, score, id) WHERE state = 'open';
CREATE INDEX prospects_duplicates_second ON prospects_duplicates (store_id, second_id);

CREATE TABLE prospects_merges (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  duplicate_id TEXT NOT NULL,
  survivor_id TEXT NOT NULL,
  merged_id TEXT NOT NULL,
  survivor_name TEXT NOT NULL,              -- as they were before
  merged_name TEXT NOT NULL,
  fact_id TEXT NOT NULL,                    -- everything after it is new
  at BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  undone_at BIGINT,
  undone_by TEXT,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX prospects_merges_survivor ON prospects_merges (store_id, survivor_id);

-- Of two open cards of one person, both as they were before: the one that stayed and the one that went up in it.
CREATE TABLE prospects_merged_cards (
  store_id TEXT NOT NULL,
  merge_id TEXT NOT NULL,
  id TEXT NOT NULL,
  into_id TEXT,                             -- of the one that went up in another
  customer_id TEXT NOT NULL,
  visit_id TEXT,
  salesperson_id TEXT,
  standing TEXT NOT NULL,
  grade TEXT NOT NULL,
  grade_reason TEXT,
  regrade_on TEXT,
  purchase_when TEXT NOT NULL,
  expected_on TEXT,
  said_at BIGINT NOT NULL,
  sureness TEXT,
  model_id TEXT,
  colour TEXT,
  competing_model TEXT,
  car_condition TEXT,
  trade_in BIGINT,
  payment TEXT,
  price_from BIGINT,
  price_to BIGINT,
  next_at BIGINT,
  next_timed BIGINT NOT NULL,
  next_way TEXT,
  promise TEXT,
  followed_at BIGINT,
  reached_at BIGINT,
  tries BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (store_id, merge_id, id)
);
CREATE INDEX prospects_merged_cards_into ON prospects_merged_cards (store_id, into_id);
