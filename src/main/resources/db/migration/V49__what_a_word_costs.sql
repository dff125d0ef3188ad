-- Every index is written with every word. Where its key is a name, that is a page of its own somewhere in the file; where it is
-- the place in the journal, all that comes at one time goes to one page.

-- journal_age finds by time as well, channel by channel.
drop index journal_at;

-- Hardly a bubble tells of a feeling, and those that do are read from the latest on.
drop index searched_bubble_feeling;
create index searched_bubble_feeling on searched_bubble (feeling, seq);

-- A number goes with the word it was said in, whose conversation the journal knows.
drop index searched_number_conversation;
alter table searched_number drop column conversation;
create index searched_number_seq on searched_number (seq);
