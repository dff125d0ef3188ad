-- Of two contacts, each a channel with what its platform calls somebody, what people at the desk have said: 'asked' to be made
-- one, 'declined', or 'one'. The conversations are those in which it was said; agent is who said so last, asker who asked before.
create table person_pair (
  one varchar(400) not null,
  other varchar(400) not null,
  conversation varchar(400) not null,
  other_conversation varchar(400) not null,
  verdict varchar(10) not null,
  why varchar(200) not null,
  agent varchar(80) not null,
  at timestamp(6) with time zone not null,
  asker varchar(80),
  primary key (one, other)
);
create index person_pair_other on person_pair (other);
create index person_pair_conversation on person_pair (conversation);
create index person_pair_other_conversation on person_pair (other_conversation);
create index person_pair_verdict on person_pair (verdict, at);
