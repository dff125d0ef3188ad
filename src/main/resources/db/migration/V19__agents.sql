-- How much an agent can take, of what, and whether they are there. A row comes with their first visit to the desk.
create table desk_agent (
  login varchar(80) primary key,
  presence varchar(10) not null,
  reason varchar(200),
  seen_at timestamp(6) with time zone not null,
  idle_since timestamp(6) with time zone not null,
  capacity integer not null,
  skills varchar(2000) not null,
  misses integer default 0 not null
);
