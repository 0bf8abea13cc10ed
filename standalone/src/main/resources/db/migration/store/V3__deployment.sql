-- Chosen once, at the first start: a demo never becomes a real one, nor the other way round.
create table deployment (
    only_row boolean primary key default true check (only_row),
    demo     boolean not null
);
