-- Every event once. The index is the event's final place: dense, given by the one writer when it commits.
create table event (
    index          bigint      primary key check (index > 0),
    event_id       text        not null,
    aggregate_type text,
    aggregate_id   text        not null,
    sequence       bigint      not null check (sequence >= 0),
    type           text        not null,
    revision       text,
    recorded_at    timestamptz not null,
    payload        bytea       not null,
    metadata       bytea       not null,
    unique (aggregate_id, sequence)
);
