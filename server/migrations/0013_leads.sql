-- People who write before they come, told by portals, the maker or the shop's own site.
ALTER TABLE dealership_customers ADD COLUMN email TEXT;
CREATE INDEX dealership_customers_email ON dealership_customers (store_id, email) WHERE email IS NOT NULL;

-- Every lead that arrived, also those of whom nothing could be made. Written once.
CREATE TABLE prospects_leads (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  sender_id TEXT NOT NULL,                  -- the token or person that brought it
  source TEXT,                              -- who it says it is from
  sender_key TEXT,                          -- the sender's own name for it
  raw TEXT NOT NULL,                        -- as it arrived, in UTF-8
  name TEXT,
  phone TEXT,
  email TEXT,
  wants TEXT,                               -- car and remarks, as the sender has written them
  outcome TEXT NOT NULL,                    -- opened, touched, repeated, refused
  fault TEXT,                               -- why it was refused
  customer_id TEXT,
  card_id TEXT,
  salesperson_id TEXT,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX prospects_leads_key ON prospects_leads (store_id, sender_key, received_at) WHERE sender_key IS NOT NULL;

-- When each salesperson was given a lead last: whoever has waited longest is next.
CREATE TABLE prospects_lead_turns (
  store_id TEXT NOT NULL,
  salesperson_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (store_id, salesperson_id)
);
