-- Every index is written with every word. Where its key is a name, that is a page of its own somewhere in the file; where it is
-- the place in the journal, all that comes at one time goes to one page.

-- Hardly a bubble tells of a feeling, and those that do are read from the latest on.
drop index searched_bubble_feeling;
create index searched_bubble_feeling on searched_bubble (feeling, seq);

-- A number goes with the word it was said in, whose conversation the journal knows. A node of the version before still names it.
drop index searched_number_conversation;
alter table searched_number alter column conversation drop not null;
create index searched_number_seq on searched_number (seq);
