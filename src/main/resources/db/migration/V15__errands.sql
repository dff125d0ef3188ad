-- Actions to be done by programs of others. A row goes when what came of it was said, or noted.
create table errand (
  id varchar(40) not null primary key,
  conversation varchar(400) not null,
  step varchar(200) not null,
  errand varchar not null,
  attempts integer default 0 not null,
  due_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  answer varchar
);
create index errand_due on errand (due_at);
create index errand_conversation on errand (conversation);
