-- A number goes with the word it was said in since V49; a node of the version before took the word and left the number, which it
-- looked for by its conversation. Those nodes are gone.
delete from searched_number where conversation is null
  and not exists (select 1 from journal where journal.seq = searched_number.seq);
