-- What analyses read of the way from a visit to its end.
DROP VIEW reception_log;
CREATE VIEW reception_log AS SELECT store_id, id, kind, occasion, standing, arrived_at, left_at, day, hour,
  salesperson_id, channel_code, model_id, reason_code, asks, second_face, story, customer_id FROM reception_visits;
CREATE VIEW prospects_course AS SELECT store_id, customer_id, id, standing, next_at, closed_at FROM prospects_cards;
