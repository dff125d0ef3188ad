-- What is to happen in a conversation at its time. One of a kind for each conversation; a row goes when it has happened.
create table timer (
  conversation varchar(400) not null,
  kind varchar(40) not null,
  alarm varchar not null,
  due_at timestamp(6) with time zone not null,
  constraint timer_one_of_a_kind primary key (conversation, kind)
);
create index timer_due on timer (due_at);
