-- Who may sign in at the desk. The epoch rises when every earlier session has to end.
create table staff (
  login varchar(80) primary key,
  name varchar(80) not null,
  role varchar(10) not null,
  password varchar(300) not null,
  epoch bigint default 0 not null,
  disabled boolean default false not null,
  created_at timestamp(6) with time zone not null
);

-- One-time links; only what their token hashes to is kept.
create table invitation (
  token varchar(64) primary key,
  role varchar(10) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);

-- Keys that this installation made for itself.
create table own_key (
  name varchar(40) primary key,
  bytes varchar(200) not null
);

-- Sessions that were left before their time; a row goes once the session would have ended anyway.
create table ended_session (
  id varchar(40) primary key,
  until timestamp(6) with time zone not null
);
