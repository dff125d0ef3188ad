-- Whom somebody at the desk has blocked, and whom somebody asks a supervisor to block: state is 'asked' or 'blocked'.
-- The conversation is the one in which it was done; until_at is null for good, and while it is only asked for.
create table person_block (
  channel varchar(80) not null,
  person varchar(300) not null,
  conversation varchar(400) not null,
  state varchar(10) not null,
  why varchar(80) not null,
  term varchar(10) not null,
  agent varchar(80) not null,
  at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone,
  primary key (channel, person)
);
create index person_block_conversation on person_block (conversation);
-- Conversations whose person sends, or asks for a person, far more than anybody does, and until when that is remembered.
create table flood (
  conversation varchar(400) primary key,
  since timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null
);
