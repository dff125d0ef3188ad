-- How it came that the persona has the word again: resolved, released, withdrawn or timed_out; since when, and the topic.
alter table ownership add column exit_how varchar(20);
alter table ownership add column exit_at timestamp(6) with time zone;
alter table ownership add column exit_topic varchar;
