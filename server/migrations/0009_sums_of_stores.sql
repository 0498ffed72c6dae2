-- The sums of a group tell its stores apart, too. They are added up anew where it is not said which stores they are made of.
DELETE FROM improvement_groups;
