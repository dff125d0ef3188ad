-- The last chat that is none which somebody's desk page saw enter the queue, by the epoch in which it did.
create table desk_probe (
  login varchar(80) primary key,
  epoch bigint not null
);
