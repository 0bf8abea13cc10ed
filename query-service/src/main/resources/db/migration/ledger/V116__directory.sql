-- Whose a person id is: apart from events, ledger and exports, so that it can be emptied. No sample of names is kept.
create table directory (
    person text collate "C" primary key,
    name   text not null
);
alter table directory alter column name set statistics 0;
