-- What searches of the conversations go by: worked out from the journal, and made anew from it at any time. How far it has been
-- followed stands in relayed, as 'search'.

-- Words without width, case and script, in rows that hold nothing else, so that little is read to find some.
create table searched_bubble (
  seq bigint primary key,
  conversation varchar(400) not null,
  at timestamp(6) with time zone not null,
  words varchar not null,
  feeling varchar(10)
);
create index searched_bubble_conversation on searched_bubble (conversation, seq);
create index searched_bubble_feeling on searched_bubble (feeling, conversation);

-- Order numbers, phones and addresses, without what people write between their signs.
create table searched_number (
  written varchar(80) not null,
  seq bigint not null,
  conversation varchar(400) not null,
  primary key (written, seq)
);
create index searched_number_conversation on searched_number (conversation);

-- Who somebody is ('person', 'name'), where they wrote ('channel'), who answered ('persona') and why a person was asked for ('reason').
create table searched_trait (
  kind varchar(10) not null,
  trait varchar(300) not null,
  conversation varchar(400) not null,
  primary key (kind, trait, conversation)
);
create index searched_trait_conversation on searched_trait (conversation);

-- Searches also go by what was resolved, and by what people said of their help.
create index human_stretch_topic on human_stretch (topic, conversation);
create index rating_score on rating (score, conversation);
