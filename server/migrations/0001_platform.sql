-- Accounts, sessions and tokens; and the log of facts that everything reconciles to.

CREATE TABLE identity_accounts (
  id TEXT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL,
  login_key TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  must_change_password BIGINT NOT NULL,
  language TEXT NOT NULL,
  theme TEXT NOT NULL,
  retired BIGINT NOT NULL DEFAULT 0
);

-- What other rooms may read of accounts.
CREATE VIEW identity_logins AS SELECT id, login FROM identity_accounts;

CREATE TABLE identity_sessions (
  id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES identity_accounts (id),
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  user_agent TEXT NOT NULL,
  address TEXT NOT NULL
);
CREATE INDEX identity_sessions_account ON identity_sessions (account_id);

-- Counted before the password is checked, so that guessing in parallel gains nothing. Logins that do not exist are
-- counted too: the answer must not tell which ones do.
CREATE TABLE identity_attempts (
  login_key TEXT NOT NULL PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at BIGINT NOT NULL
);

CREATE TABLE identity_tokens (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  revoked_at BIGINT,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX identity_tokens_secret ON identity_tokens (secret_hash);

-- One-time secrets such as the link that sets up the first administrator.
CREATE TABLE identity_links (
  purpose TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- What happened, written in the same transaction as the change itself. Never updated, never deleted.
-- Facts that belong to no store stand under the id of zeros.
-- sqlite: WITHOUT ROWID
CREATE TABLE fact_log (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX fact_log_subject ON fact_log (store_id, subject_id, id);
