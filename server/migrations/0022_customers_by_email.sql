-- The latest customer of an address. With the id in the index it is one step; without, SQLite walks through all
-- customers of the store, the latest first, until one has the address.
DROP INDEX dealership_customers_email;
CREATE INDEX dealership_customers_email ON dealership_customers (store_id, email, id) WHERE email IS NOT NULL;
