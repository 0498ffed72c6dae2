-- Where a store is and under what number it is reached, and what it calls its grades.
ALTER TABLE dealership_stores ADD COLUMN address TEXT;
ALTER TABLE dealership_stores ADD COLUMN phone TEXT;
-- Of N, H, A, B and C, a line each; an empty line: the letter. An empty text: all letters.
ALTER TABLE dealership_stores ADD COLUMN grade_labels TEXT NOT NULL DEFAULT '';

-- As they stood on the paper that was given, like the store's name.
ALTER TABLE prospects_quote_versions ADD COLUMN store_address TEXT;
ALTER TABLE prospects_quote_versions ADD COLUMN store_phone TEXT;
