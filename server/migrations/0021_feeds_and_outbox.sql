-- Secret addresses under which people's own calendars read what is planned: one for each account.
CREATE TABLE identity_feeds (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES identity_accounts (id),
  secret_hash TEXT NOT NULL UNIQUE,
  made_at BIGINT NOT NULL,
  last_used_at BIGINT
);

-- When somebody last moved or corrected a plan, for calendars that ask what has changed.
ALTER TABLE prospects_appointments ADD COLUMN edited_at BIGINT;
ALTER TABLE prospects_test_drives ADD COLUMN edited_at BIGINT;

-- Messages on their way to people: written together with what they tell of, sent afterwards. One that is claimed to be
-- sent is due again when the claim has run out, so that whoever dies in between loses nothing.
CREATE TABLE outbox_messages (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,                         -- by which the receiver tells that one came twice
  channel TEXT NOT NULL,
  account_id TEXT NOT NULL,                 -- to whom
  address TEXT NOT NULL,                    -- where to
  title TEXT NOT NULL,
  words TEXT NOT NULL,                      -- emptied when it is over
  link TEXT NOT NULL,                       -- a path of the web app
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,               -- after which nobody needs it
  tries BIGINT NOT NULL DEFAULT 0,
  next_at BIGINT,                           -- when it is tried next; nothing: it is over
  claim TEXT,                               -- of whoever is sending it
  sent_at BIGINT,
  failed_at BIGINT,
  failure TEXT,                             -- why it was not sent the last time
  PRIMARY KEY (store_id, id)
);
CREATE INDEX outbox_messages_next ON outbox_messages (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_messages_failed ON outbox_messages (store_id, failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_messages_made ON outbox_messages (made_at) WHERE next_at IS NULL;

-- What people want to be told of, and where; who has no row is told what is usual.
CREATE TABLE dealership_notifying (
  person_id TEXT NOT NULL PRIMARY KEY,
  email TEXT,                               -- confirmed
  asked_email TEXT,                         -- to be confirmed with a code
  code_hash TEXT,
  code_at BIGINT,
  code_tries BIGINT NOT NULL DEFAULT 0,
  by_mail TEXT NOT NULL DEFAULT ''          -- kinds, with commas between them
);
