-- When the newest of the entries up to last_size were looked at. What was noted before says nothing of that, so the check begins anew:
-- it may have come to its end over a record that held nothing yet.
alter table self_check add column looked_at timestamptz;
delete from self_check;
