-- What the printed register has columns for beside the rest: how they came, for when they were invited, and what
-- they drive, want and compare.

ALTER TABLE reception_visits ADD COLUMN appointed_at BIGINT;
ALTER TABLE reception_visits ADD COLUMN transport TEXT;
ALTER TABLE reception_visits ADD COLUMN colour TEXT;
ALTER TABLE reception_visits ADD COLUMN current_car TEXT;
ALTER TABLE reception_visits ADD COLUMN competing_model TEXT;
ALTER TABLE reception_visits ADD COLUMN questionnaire BIGINT;

-- Which days an import brought, so that its page leads to them.
ALTER TABLE reception_imports ADD COLUMN first_day TEXT;
ALTER TABLE reception_imports ADD COLUMN last_day TEXT;
