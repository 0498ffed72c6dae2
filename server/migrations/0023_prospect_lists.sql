-- Lists of prospects that a dealer has followed up elsewhere, on the same importer as old visitor logs.
ALTER TABLE reception_imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'visits';

-- What such a list said of a prospect, beside the card that it opened.
CREATE TABLE prospects_listings (
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,           -- the same for this contact and day of registration in every file
  card_id TEXT NOT NULL,
  listed_at BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  registered_on TEXT,
  last_contact_on TEXT,
  grade TEXT,
  channel_code TEXT,
  remark TEXT,
  PRIMARY KEY (store_id, id)
);
CREATE INDEX prospects_listings_card ON prospects_listings (store_id, card_id);
