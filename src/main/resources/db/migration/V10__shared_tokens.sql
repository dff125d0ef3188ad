-- Access tokens that platforms gave, one for each account, for all nodes; and who asks for a new one, until when.
create table shared_token (
  account varchar(200) primary key,
  token varchar(4000),
  expires_at timestamp(6) with time zone,
  holder varchar(40),
  held_until timestamp(6) with time zone
);
