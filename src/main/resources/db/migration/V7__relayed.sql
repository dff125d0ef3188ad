-- How far the journal has been relayed to a topic, and who does it until when.
create table relayed (
  topic varchar(300) primary key,
  seq bigint not null,
  holder varchar(40),
  held_until timestamp(6) with time zone
);
