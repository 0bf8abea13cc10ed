-- The trail: refused commands, reads of restricted content, exports, auditors' questions, forgettings (docs/trail.md).
-- The record is what counts; the columns beside it repeat what it says, so that records can be found.
create table trail (
    number      bigint primary key,
    at          timestamptz not null,
    kind        text not null,
    partnership text collate "C" not null,
    record      bytea not null,
    hash        bytea not null
);
create index trail_by_partnership on trail (partnership, (kind = 'attempt'), number);
