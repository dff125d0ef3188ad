-- What people say of the help they had from a person: a row for each time they were asked.
create table rating (
  conversation varchar(400) not null,
  epoch bigint not null,
  agent varchar(80) not null,
  asked_at timestamp(6) with time zone not null,
  score integer,
  telling_at timestamp(6) with time zone,
  remark varchar(2000),
  primary key (conversation, epoch)
);
create index rating_agent on rating (agent, asked_at);
