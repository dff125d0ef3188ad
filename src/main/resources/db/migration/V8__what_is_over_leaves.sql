-- Inbox and outbox hold what is in work, and what people have to look at. What is over leaves, so that they stay small; a
-- message leaves its key behind, against redelivery, and so do an agent's words, against a page that sends them again.
create table taken (
  channel varchar(80) not null,
  message_id varchar(300) not null,
  taken_at timestamp(6) with time zone not null,
  constraint taken_once primary key (channel, message_id)
);
create index taken_since on taken (taken_at);

insert into taken (channel, message_id, taken_at) select channel, message_id, received_at from inbox;
delete from inbox where state = 'done';
alter table inbox drop constraint inbox_once;

insert into taken (channel, message_id, taken_at)
  select substring(conversation from 1 for position('/' in conversation) - 1), outbound_id, created_at from outbox;
delete from outbox where state in ('sent', 'refused', 'withheld');

-- Nobody asks for a call's happenings but within its conversation.
drop index journal_outbound;
