-- Customers of an old log whose search keys are still to be written: at the end of the import, in the order of the
-- keys. Whoever changes such a customer before that writes the keys at once and takes the row away.
-- sqlite: WITHOUT ROWID
CREATE TABLE dealership_keys_owed (
  store_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (store_id, customer_id)
);
