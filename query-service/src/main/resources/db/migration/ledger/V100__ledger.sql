-- The ledger: every event once, at the place the store gave it. The envelope is the primary record
-- (docs/ledger-format.md); the columns beside it repeat what it says, so that entries can be found.
create table ledger (
    index        bigint primary key,
    event_id     text not null,
    type         text not null,
    revision     text,
    subject      text collate "C" not null,
    version      bigint not null,
    partnership  text collate "C" not null,
    recorded_at  timestamptz not null,
    effective_on date not null,
    person       text,
    partner      text,
    appointment  text,
    recorded_for text,
    command_id   text,
    authority    text,
    envelope     bytea not null,
    payload      bytea not null,
    salt         bytea not null,
    unique (subject, version)
);
create index ledger_by_partnership on ledger (partnership, index);

-- What is found across partnerships; filled with the entry, in its transaction.
create table partnership_register (
    partnership text collate "C" primary key,
    first_index bigint not null
);
create table seat (
    person      text collate "C",
    partnership text collate "C",
    primary key (person, partnership)
);

-- How many entries of each type: what this version cannot read is counted without reading the ledger.
create table ledger_type (
    type    text collate "C" primary key,
    entries bigint not null
);
