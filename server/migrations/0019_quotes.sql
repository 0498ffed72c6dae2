-- What a prospect was offered in writing. A quote keeps its number; what it says stands in its versions, which are
-- never changed once they are given.
CREATE TABLE prospects_quotes (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  year BIGINT NOT NULL,                     -- of the store's day on which it was first given
  number BIGINT NOT NULL,                   -- counts up within the year
  versions BIGINT NOT NULL DEFAULT 1,       -- the last one holds
  order_id TEXT,                            -- that was made from it
  withdrawn_at BIGINT,
  withdrawn_by TEXT,
  withdraw_reason TEXT,
  version BIGINT NOT NULL DEFAULT 1,        -- of this row, raised by whatever happens to it
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, card_id) REFERENCES prospects_cards (store_id, id)
);
CREATE UNIQUE INDEX prospects_quotes_number ON prospects_quotes (store_id, year, number);
CREATE INDEX prospects_quotes_order ON prospects_quotes (store_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX prospects_quotes_card ON prospects_quotes (store_id, card_id, id);

-- The paper as it was given: names as they were then, and sums as they were computed then.
CREATE TABLE prospects_quote_versions (
  store_id TEXT NOT NULL,
  quote_id TEXT NOT NULL,
  n BIGINT NOT NULL,                        -- 1, 2, …
  id TEXT NOT NULL,                         -- chosen by who gave it, so that it is given once
  given_at BIGINT NOT NULL,
  given_by TEXT NOT NULL,
  store_name TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  salesperson_name TEXT NOT NULL,
  currency TEXT NOT NULL,
  model_id TEXT,
  model TEXT NOT NULL,
  trim TEXT,
  colour TEXT,
  discount BIGINT NOT NULL,                 -- minor units, like all amounts
  trade_in BIGINT NOT NULL,
  deposit BIGINT NOT NULL,
  total BIGINT NOT NULL,
  down_payment BIGINT,                      -- of a loan, with its terms; nothing: cash
  months BIGINT,
  yearly_rate BIGINT,                       -- hundredths of a percent
  instalment BIGINT,                        -- every month
  valid_until TEXT NOT NULL,                -- last day, in the store's zone
  remark TEXT,
  PRIMARY KEY (store_id, quote_id, n),
  FOREIGN KEY (store_id, quote_id) REFERENCES prospects_quotes (store_id, id)
);
CREATE UNIQUE INDEX prospects_quote_versions_id ON prospects_quote_versions (store_id, id);

CREATE TABLE prospects_quote_lines (
  store_id TEXT NOT NULL,
  quote_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  place BIGINT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  quantity BIGINT NOT NULL,
  unit_price BIGINT NOT NULL,
  PRIMARY KEY (store_id, quote_id, n, place),
  FOREIGN KEY (store_id, quote_id, n) REFERENCES prospects_quote_versions (store_id, quote_id, n)
);
