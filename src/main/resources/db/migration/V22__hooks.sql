-- Who is told what happens, and how that goes. How far each has the journal stands in relayed.
create table hook (
  name varchar(60) primary key,
  failing_since timestamp(6) with time zone,
  last_error varchar(300),
  last_error_at timestamp(6) with time zone,
  quiet_until timestamp(6) with time zone,
  stopped_at timestamp(6) with time zone
);

-- Events on their way. Their words stay in the journal. Of a conversation the first alone is due; a row goes once it arrived.
create table hook_delivery (
  hook varchar(60) not null,
  event varchar(80) not null,
  seq bigint not null,
  type varchar(40) not null,
  conversation varchar(400) not null,
  state varchar(10) not null,
  attempts integer default 0 not null,
  at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  held_until timestamp(6) with time zone,
  until_at timestamp(6) with time zone not null,
  why varchar(300),
  primary key (hook, event)
);
create index hook_delivery_due on hook_delivery (hook, state, due_at);
create index hook_delivery_lane on hook_delivery (hook, conversation, state, seq, event);
