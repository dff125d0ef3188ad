-- Pictures that people at the desk have sent. They belong to their conversation and go when its pictures are no longer kept.
create table sent_picture (
  id varchar(40) primary key,
  conversation varchar(400) not null,
  kind varchar(10) not null,
  by_whom varchar(80) not null,
  sent_at timestamp(6) with time zone not null,
  kept_until timestamp(6) with time zone not null
);
create index sent_picture_conversation on sent_picture (conversation);
create index sent_picture_kept on sent_picture (kept_until);

-- Their bytes: Base64, in parts that every database takes. Each names its conversation, so that erasing somebody finds it.
create table sent_picture_part (
  id varchar(40) not null,
  conversation varchar(400) not null,
  part integer not null,
  content varchar not null,
  primary key (id, part)
);
create index sent_picture_part_conversation on sent_picture_part (conversation);
