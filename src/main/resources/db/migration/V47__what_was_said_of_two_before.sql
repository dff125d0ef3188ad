-- What was said of two before the last, as JSON: it stands again once the last is taken back. It takes the place of asker, which
-- nobody reads any more.
alter table person_pair add column said_before varchar(4000);
