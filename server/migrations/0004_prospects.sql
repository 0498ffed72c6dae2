-- One card per prospect: the grade follows the day they mean to buy.

CREATE TABLE prospects_cards (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  visit_id TEXT NOT NULL,
  salesperson_id TEXT,
  grade TEXT NOT NULL,
  purchase_when TEXT NOT NULL,
  expected_on TEXT,
  model_id TEXT,
  price_from BIGINT,
  price_to BIGINT,
  opened_at BIGINT NOT NULL,
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, customer_id),
  FOREIGN KEY (store_id, customer_id) REFERENCES dealership_customers (store_id, id),
  CONSTRAINT known_grade CHECK (grade IN ('N', 'H', 'A', 'B', 'C'))
);
CREATE INDEX prospects_cards_salesperson ON prospects_cards (store_id, salesperson_id, id);
