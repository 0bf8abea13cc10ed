-- A command id is used once in its partnership, for ever. The key is the first 16 bytes of SHA-256 over the partnership's key, a
-- line feed and the command id; the index is the place of the last event recorded for that command. What the command said is in
-- that event and nowhere else, so that disposing of its words disposes of their hash too.
create table command_id (
    key   uuid   primary key,
    index bigint not null
);
-- An id that was used more than once before this was refused stays with the thing that had it first.
with said as (
    select index, aggregate_id, encode(substring(sha256(convert_to(
            split_part(substring(aggregate_id from position('-' in aggregate_id) + 1), '.', 1) || chr(10)
            || (convert_from(metadata, 'UTF8')::jsonb ->> 'commandId'), 'UTF8')) from 1 for 16), 'hex')::uuid as key
    from event where convert_from(metadata, 'UTF8')::jsonb ->> 'commandId' is not null),
used as (
    select key, index, aggregate_id, first_value(aggregate_id) over (partition by key order by index) as first from said)
insert into command_id (key, index) select key, max(index) from used where aggregate_id = first group by key order by key;
