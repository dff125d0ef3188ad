-- Who is asked first, whether it is kept for them, and which team takes it after a while.
alter table ownership add column wish varchar(80);
alter table ownership add column is_kept boolean default false not null;
alter table ownership add column falls_to varchar(80);
alter table ownership add column falls_at timestamp(6) with time zone;
