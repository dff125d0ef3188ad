-- What of a script's checklist was asked or done in a conversation, until it is resolved and over.
create table tick (
  conversation varchar(400) not null,
  point varchar(200) not null,
  by_whom varchar(80) not null,
  at timestamp(6) with time zone not null,
  primary key (conversation, point)
);
