-- What will fall due and has not been answered yet. Kept from the events: emptied, it is filled again from them.
create table due (
    id          text primary key,
    command     text not null,
    content     text not null,
    due_on      date not null,
    time_zone   text not null,
    partnership text not null
);

create index due_by_day on due (due_on);
