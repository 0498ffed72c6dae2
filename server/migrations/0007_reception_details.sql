-- What the printed register has columns for beside the rest: how they came, for when they were invited, and what
-- they drive, want and compare.

ALTER TABLE reception_visits ADD COLUMN appointed_at BIGINT;
ALTER TABLE reception_visits ADD COLUMN transport TEXT;
ALTER TABLE reception_visits ADD COLUMN colour TEXT;
ALTER TABLE reception_visits ADD COLUMN current_car TEXT;
ALTER TABLE reception_visits ADD COLUMN competing_model TEXT;
ALTER TABLE reception_visits ADD COLUMN questionnaire BIGINT;
