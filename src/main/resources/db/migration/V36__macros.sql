-- Acts that are done one after the other with one press: an agent's own, a team's, or a persona's. The steps as JSON.
create table macro (
  id varchar(40) primary key,
  scope varchar(10) not null,
  whose varchar(80) not null,
  title varchar(80) not null,
  steps varchar(8000) not null,
  expires_at timestamp(6) with time zone,
  uses bigint default 0 not null,
  owner varchar(80) not null,
  changed_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone
);
create index macro_whose on macro (scope, whose);
