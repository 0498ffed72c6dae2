-- Ordered, delivered and cancelled are three dated events of one order.
CREATE TABLE prospects_orders (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  model_id TEXT,
  colour TEXT,
  price BIGINT NOT NULL,                    -- minor units of the store's currency
  deposit BIGINT NOT NULL,                  -- paid; 0: none
  deliver_on TEXT,                          -- the day that was promised
  ordered_at BIGINT NOT NULL,
  ordered_by TEXT NOT NULL,
  delivered_at BIGINT,
  delivered_by TEXT,
  plate TEXT,
  cancelled_at BIGINT,
  cancelled_by TEXT,
  cancel_reason TEXT,
  version BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, card_id) REFERENCES prospects_cards (store_id, id),
  CONSTRAINT one_end CHECK (delivered_at IS NULL OR cancelled_at IS NULL)
);
CREATE INDEX prospects_orders_card ON prospects_orders (store_id, card_id, id);
CREATE UNIQUE INDEX prospects_orders_open ON prospects_orders (store_id, card_id)
  WHERE delivered_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX prospects_orders_due ON prospects_orders (store_id, deliver_on)
  WHERE delivered_at IS NULL AND cancelled_at IS NULL;
