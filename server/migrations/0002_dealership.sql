-- The nouns that all rooms share.

CREATE TABLE dealership_groups (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE dealership_stores (
  id TEXT NOT NULL PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES dealership_groups (id),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  country TEXT NOT NULL,
  opening_hours TEXT NOT NULL,
  retired BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1
);

-- A person's id is also the id of the account that signs in. `roles` are words with blanks around each, so that one
-- role is found by LIKE '% salesperson %'; `search_text` likewise holds the keys that people may type.
CREATE TABLE dealership_people (
  id TEXT NOT NULL PRIMARY KEY REFERENCES identity_accounts (id),
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  group_id TEXT REFERENCES dealership_groups (id),
  phone TEXT,
  search_text TEXT NOT NULL,
  retired BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE dealership_person_stores (
  person_id TEXT NOT NULL REFERENCES dealership_people (id),
  store_id TEXT NOT NULL REFERENCES dealership_stores (id),
  PRIMARY KEY (person_id, store_id)
);
CREATE INDEX dealership_person_stores_store ON dealership_person_stores (store_id, person_id);

CREATE TABLE dealership_models (
  id TEXT NOT NULL PRIMARY KEY,
  brand TEXT NOT NULL,
  series TEXT NOT NULL,
  name TEXT NOT NULL,
  list_price BIGINT NOT NULL,
  currency TEXT NOT NULL,
  search_text TEXT NOT NULL,
  retired BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1
);

-- Each store has its own copy of the default lists: the codes are the same everywhere and never change, labels and
-- second-level entries are the store's. Entries are retired, never deleted.
CREATE TABLE dealership_list_entries (
  store_id TEXT NOT NULL REFERENCES dealership_stores (id),
  list TEXT NOT NULL,
  code TEXT NOT NULL,
  parent_code TEXT,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  position BIGINT NOT NULL,
  added BIGINT NOT NULL DEFAULT 0,
  retired BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, list, code),
  CONSTRAINT known_list CHECK (list IN ('channel', 'unfiled', 'exclusion'))
);

CREATE TABLE dealership_customers (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  sex TEXT,
  phone TEXT,
  wechat TEXT,
  plate TEXT,
  salesperson_id TEXT,
  created_at BIGINT NOT NULL,
  created_by TEXT,
  last_visit_at BIGINT,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  CONSTRAINT has_a_contact CHECK (phone IS NOT NULL OR wechat IS NOT NULL)
);
-- One phone or WeChat name is one customer of a store: two people filing the same one at once meet here.
CREATE UNIQUE INDEX dealership_customers_phone ON dealership_customers (store_id, phone);
CREATE UNIQUE INDEX dealership_customers_wechat ON dealership_customers (store_id, wechat);
CREATE INDEX dealership_customers_salesperson ON dealership_customers (store_id, salesperson_id, id);

-- What a person may type to find a customer; see platform/text/search_keys.h. With the salesperson in charge, so
-- that a search among one's own customers reads nothing but keys.
-- sqlite: WITHOUT ROWID
CREATE TABLE dealership_search_keys (
  store_id TEXT NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  customer_id TEXT NOT NULL,
  salesperson_id TEXT,
  PRIMARY KEY (store_id, key, customer_id)
);

CREATE TABLE dealership_consents (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  given BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_id TEXT,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, customer_id) REFERENCES dealership_customers (store_id, id)
);
CREATE INDEX dealership_consents_customer ON dealership_consents (store_id, customer_id, id);

-- What other rooms may read: the names to show beside their own records.
CREATE VIEW dealership_person_names AS SELECT id, name, retired FROM dealership_people;
CREATE VIEW dealership_model_names AS SELECT id, series || ' ' || name AS name FROM dealership_models;
CREATE VIEW dealership_customer_names AS SELECT store_id, id, name, sex, phone, wechat FROM dealership_customers;
