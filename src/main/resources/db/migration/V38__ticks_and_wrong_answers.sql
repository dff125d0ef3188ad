-- What of a script's checklist was asked or done in a conversation, until it is resolved and over.
create table tick (
  conversation varchar(400) not null,
  point varchar(200) not null,
  by_whom varchar(80) not null,
  at timestamp(6) with time zone not null,
  primary key (conversation, point)
);

-- What people at the desk say that the persona answered wrongly: the words before it, masked; and the line that would have been right.
create table wrong_answer (
  seq bigint primary key,
  conversation varchar(400) not null,
  at timestamp(6) with time zone not null,
  person varchar(40) not null,
  persona varchar(80) not null,
  version varchar(80) not null,
  locale varchar(40) not null,
  words varchar not null,
  confidence double precision not null,
  band varchar(10) not null,
  answered varchar(200) not null,
  instead varchar(200),
  told_by varchar(80) not null,
  kept_until timestamp(6) with time zone not null
);
create index wrong_answer_persona on wrong_answer (persona, seq);
