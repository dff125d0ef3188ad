-- From now on the fingerprints of what is one person's own are signed with a key of the store's own, hold phones with their
-- country, and stand with their channel. Those before are let go: whoever had the table could try every number against them. What
-- they stood for is marked anew once it is told or said again.
delete from person_mark;
alter table person_mark add column channel varchar(80) default '' not null;
