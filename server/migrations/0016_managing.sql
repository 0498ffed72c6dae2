-- What a manager does with prospects: looks at them in lists that have a name, and hands many over at once.

-- A way of looking at the cards, kept by a name. `query` is the page's own address behind the question mark.
CREATE TABLE prospects_filters (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  shared BIGINT NOT NULL,                   -- 1: everybody of the store who sees cards is offered it
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id)
);

-- Cards of one person, or of nobody, that went to others in one go. Written once.
CREATE TABLE prospects_reassignments (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  from_id TEXT,                             -- empty: cards that nobody was in charge of
  reason TEXT NOT NULL,
  accesses_ended BIGINT NOT NULL,           -- 1: the person has left and can no longer get in
  PRIMARY KEY (store_id, id)
);
-- sqlite: WITHOUT ROWID
CREATE TABLE prospects_reassigned (
  store_id TEXT NOT NULL,
  reassignment_id TEXT NOT NULL,
  salesperson_id TEXT NOT NULL,             -- who got them
  cards BIGINT NOT NULL,
  PRIMARY KEY (store_id, reassignment_id, salesperson_id)
);

-- How visitors were received, for what stage a prospect has reached and by what way they came to know of us.
CREATE VIEW reception_signs AS SELECT store_id, id, customer_id, arrived_at, channel_code, test_drive, quote
  FROM reception_visits;
