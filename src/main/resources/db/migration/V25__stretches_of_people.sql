-- Each stretch in which a person had a conversation: from joining it to passing it on, giving it back or resolving it.
-- What is put off and comes back to the same agent is one stretch; the time between is held_seconds.
create table human_stretch (
  conversation varchar(400) not null,
  epoch bigint not null,
  agent varchar(80) not null,
  team varchar(80) not null,
  asked_at timestamp(6) with time zone,
  joined_at timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  held_at timestamp(6) with time zone,
  held_seconds bigint default 0 not null,
  ended_at timestamp(6) with time zone,
  outcome varchar(40),
  topic varchar(80),
  primary key (conversation, epoch)
);
create index human_stretch_agent on human_stretch (agent, joined_at);
create index human_stretch_joined on human_stretch (joined_at);
-- When somebody did not see an offer ('offer'), or lost a conversation because they did not answer ('silence').
create table agent_miss (
  agent varchar(80) not null,
  at timestamp(6) with time zone not null,
  kind varchar(10) not null
);
create index agent_miss_agent on agent_miss (agent, at);
