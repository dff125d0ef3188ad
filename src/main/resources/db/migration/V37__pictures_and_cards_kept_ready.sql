-- What goes along with a canned reply: a picture of a persona's shelf, a card, or both. Empty is none.
alter table canned_reply add column persona varchar(80) default '' not null;
alter table canned_reply add column picture varchar(80) default '' not null;
alter table canned_reply add column card_title varchar(80) default '' not null;
alter table canned_reply add column button varchar(20) default '' not null;
alter table canned_reply add column link varchar(500) default '' not null;
