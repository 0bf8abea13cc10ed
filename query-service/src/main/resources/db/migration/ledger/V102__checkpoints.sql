-- What was signed over the ledger's tree, and by whom it was cosigned. Unlike the ledger itself none of this can be filled again
-- from the store, so emptying the ledger leaves it alone.
create table ledger_origin (
    origin text not null,
    one    boolean primary key default true check (one)
);

-- Every checkpoint that was ever signed.
create table checkpoint (
    id        bigint generated always as identity primary key,
    size      bigint not null,
    root      bytea not null,
    note      text not null unique,
    signed_at timestamptz not null
);
create index checkpoint_by_size on checkpoint (size, id);

create table cosignature (
    partnership text collate "C",
    partner     text collate "C",
    witness_key text,
    size        bigint,
    cosigned_at timestamptz,
    root        bytea not null,
    line        text not null,
    primary key (partnership, partner, witness_key, size, cosigned_at)
);
create index cosignature_by_size on cosignature (size);

-- What contradicts the record: kept with the note that says so until somebody writes down when it was settled.
create table ledger_alarm (
    id         bigint generated always as identity primary key,
    raised_at  timestamptz not null,
    sentence   text not null unique,
    note       text not null,
    settled_at timestamptz
);

-- How far the self-check has come, what it has found on this way, and what the last whole one found; a line each.
create table self_check (
    one        boolean primary key default true check (one),
    began_at   timestamptz not null,
    checked    bigint not null,
    found      text not null,
    ended_at   timestamptz,
    last_size  bigint,
    last_found text
);
