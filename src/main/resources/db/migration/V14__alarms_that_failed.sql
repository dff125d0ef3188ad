-- An alarm whose handling fails comes back later, a few times, and holds nobody up.
alter table timer add column attempts integer default 0 not null;
