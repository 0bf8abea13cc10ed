-- The entry that disposed of this one's payload. Its words and its salt are gone; the envelope, and every proof, stays.
alter table ledger add column disposed_by bigint;

-- The planner keeps samples of a column's values in a table of its own, and these never help it.
alter table ledger alter column payload set statistics 0;
alter table ledger alter column salt set statistics 0;
