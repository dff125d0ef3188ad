-- By what the same person is known again on another channel: a fingerprint of each thing that is theirs alone, and not the thing.
-- The source is 'told' by the company's systems, or 'said' by whoever writes.
create table person_mark (
  conversation varchar(400) not null,
  source varchar(10) not null,
  name varchar(80) not null,
  mark varchar(64) not null,
  at timestamp(6) with time zone not null,
  primary key (conversation, source, name, mark)
);
create index person_mark_mark on person_mark (mark, conversation);
