-- The key by which push services know this program, made once.
CREATE TABLE push_program_key (
  one BIGINT NOT NULL PRIMARY KEY,
  point TEXT NOT NULL,                      -- base64url, as browsers subscribe with it
  secret TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

-- Browsers on which somebody has allowed messages, for as long as the session lasts in which they did.
CREATE TABLE identity_devices (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES identity_accounts (id),
  session_id TEXT NOT NULL,
  endpoint TEXT NOT NULL UNIQUE,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX identity_devices_account ON identity_devices (account_id);

ALTER TABLE dealership_notifying ADD COLUMN by_push TEXT NOT NULL DEFAULT 'lead,visit,notice';
