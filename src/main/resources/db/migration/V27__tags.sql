-- What the people at the desk call whoever they talk with.
create table tag (
  conversation varchar(400) not null,
  tag varchar(40) not null,
  at timestamp(6) with time zone not null,
  primary key (conversation, tag)
);
create index tag_tag on tag (tag, conversation);
