-- What became of a month's first visits after a week, a fortnight … is tallied, too.
CREATE VIEW prospects_sales AS SELECT store_id, card_id, ordered_at, cancelled_at FROM prospects_orders;
CREATE INDEX prospects_orders_at ON prospects_orders (store_id, ordered_at);
-- Facts tell the day of their visit themselves.
DROP VIEW reception_fact_days;
-- Every month is counted anew, and every sum.
DELETE FROM improvement_folded;
DELETE FROM improvement_groups;
