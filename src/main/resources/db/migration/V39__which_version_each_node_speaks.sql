-- Which version of each persona a node speaks, as it last showed itself. A node takes its rows along when it stops; those of one
-- that died are over soon.
create table spoken (
  node varchar(200) not null,
  persona varchar(80) not null,
  version varchar(200) not null,
  newest varchar(200) not null,
  trouble varchar(1000),
  since_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone not null,
  primary key (node, persona)
);
