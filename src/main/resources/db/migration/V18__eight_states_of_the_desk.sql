-- An owner can be asked for (offered, transfer), put off (hold) or be done (wrap, closed); and who waits has a rank.
alter table ownership add column urgency integer default 2 not null;
alter table ownership add column asked_at timestamp(6) with time zone;
alter table ownership add column receiver varchar(80);
alter table ownership add column receiving_team varchar(80);
alter table ownership add column until_at timestamp(6) with time zone;
-- Since when somebody has been waiting for a word from the person who has the conversation.
alter table ownership add column waiting_since timestamp(6) with time zone;
create index ownership_agent on ownership (agent, owner);
