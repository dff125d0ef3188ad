-- Whether somebody asked to be forgotten while an action of theirs was under way: what comes of it is not remembered then.
alter table errand add column forgotten boolean not null default false;
