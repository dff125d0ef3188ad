-- What programs show to act at the desk; only what a token's secret hashes to is kept.
create table api_token (
  id varchar(20) primary key,
  agent varchar(80) not null,
  name varchar(80) not null,
  scopes varchar(80) not null,
  hash varchar(64) not null,
  created_by varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone
);
create index api_token_agent on api_token (agent);
