-- What agents have begun to write, one of each in a conversation. Set aside is what somebody else's public words came before,
-- once its writer has begun anew.
create table draft (
  conversation varchar(400) not null,
  login varchar(80) not null,
  aside boolean not null,
  words varchar(4000) not null,
  note boolean not null,
  seen bigint not null,
  passed_on boolean default false not null,
  written_at timestamp(6) with time zone not null,
  constraint draft_one_of_each primary key (conversation, login, aside)
);
create index draft_written on draft (written_at);
