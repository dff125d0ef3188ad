-- Words that agents keep ready: their own, a team's, or a persona's. An empty locale or channel is any.
create table canned_reply (
  id varchar(40) primary key,
  scope varchar(10) not null,
  whose varchar(80) not null,
  locale varchar(40) not null,
  channel varchar(80) not null,
  shortcut varchar(40) not null,
  title varchar(80) not null,
  words varchar(4000) not null,
  expires_at timestamp(6) with time zone,
  uses bigint default 0 not null,
  owner varchar(80) not null,
  changed_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone
);
create index canned_reply_whose on canned_reply (scope, whose);
