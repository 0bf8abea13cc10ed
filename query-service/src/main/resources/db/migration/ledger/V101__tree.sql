-- The Merkle tree over the ledger (RFC 6962): leaf number n is the entry at index n + 1. A tile is 256 hashes of one level
-- that will never change; root is the hash over them, which is a hash of the level above. What is not yet a whole tile is
-- read from the leaves and from the roots below.
alter table ledger add column leaf bytea;
update ledger set leaf = sha256('\x00'::bytea || envelope);
alter table ledger alter column leaf set not null;

create table ledger_tile (
    level  smallint,
    n      bigint,
    hashes bytea not null,
    root   bytea not null,
    primary key (level, n)
);
