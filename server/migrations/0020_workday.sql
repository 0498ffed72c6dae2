-- What the room of the workday reads: what was tried, and the cards it was tried on.
CREATE VIEW prospects_attempts AS SELECT store_id, id, card_id, at, noted_at, by_id, way, reached, said, grade, next_at,
  counted FROM prospects_follow_ups;
CREATE VIEW prospects_work AS SELECT store_id, id, customer_id, salesperson_id, standing, grade, next_at, next_timed,
  followed_at, opened_at, closed_at FROM prospects_cards;
