-- Up to where somebody at the desk has read a conversation.
create table read_mark (
  login varchar(80) not null,
  conversation varchar(400) not null,
  seq bigint not null,
  primary key (login, conversation)
);
-- What somebody at the desk wants to be called for, and how. No row means everything, in every way.
create table notice_choice (
  login varchar(80) primary key,
  choice varchar(4000) not null
);
