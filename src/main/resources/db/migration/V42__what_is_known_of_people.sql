-- What a company's own systems know of whoever we talk with.
create table person_fact (
  conversation varchar(400) not null,
  name varchar(41) not null,
  content varchar(400) not null,
  at timestamp(6) with time zone not null,
  primary key (conversation, name)
);
