-- Old visitor logs that are brought in from files.

CREATE TABLE reception_imports (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL,
  format TEXT NOT NULL,        -- JSON, like the four below
  headers TEXT NOT NULL,
  preview TEXT NOT NULL,
  columns TEXT NOT NULL,
  header_row BIGINT NOT NULL,  -- its number in the file, 0 when the file has none
  default_year BIGINT NOT NULL,
  rows_total BIGINT NOT NULL,
  rows_done BIGINT NOT NULL DEFAULT 0,
  created BIGINT NOT NULL DEFAULT 0,
  matched BIGINT NOT NULL DEFAULT 0,
  refused BIGINT NOT NULL DEFAULT 0,
  error TEXT,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL,
  started_by TEXT,             -- who asked for the latest trial or run
  was_run BIGINT NOT NULL DEFAULT 0,
  runner_id TEXT,              -- the server process that works on it, while it shows signs of life
  beat_at BIGINT,
  attempts BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  CONSTRAINT known_state CHECK (state IN ('mapping', 'trying', 'tried', 'running', 'done', 'failed'))
);
CREATE INDEX reception_imports_time ON reception_imports (store_id, created_at, id);
CREATE INDEX reception_imports_work ON reception_imports (created_at) WHERE state IN ('trying', 'running');

-- The bytes stand apart from what changes: SQLite writes a changed row anew with all that is in it.
CREATE TABLE reception_import_files (
  store_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (store_id, import_id)
);

-- What became, or would become, of each row. `visit_id` says which visit came from which row of which file.
CREATE TABLE reception_import_rows (
  store_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  result TEXT NOT NULL,
  code TEXT,
  field TEXT,
  value TEXT,
  visit_id TEXT,
  cells TEXT NOT NULL,         -- JSON
  PRIMARY KEY (store_id, import_id, number),
  CONSTRAINT known_result CHECK (result IN ('create', 'match', 'refuse'))
);
CREATE INDEX reception_import_rows_result ON reception_import_rows (store_id, import_id, result, number);

-- What the columns of a kind of file mean, found by its headers.
CREATE TABLE reception_import_mappings (
  store_id TEXT NOT NULL,
  headers_hash TEXT NOT NULL,
  columns TEXT NOT NULL,       -- JSON
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (store_id, headers_hash)
);
