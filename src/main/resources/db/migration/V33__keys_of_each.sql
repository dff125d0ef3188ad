-- Which keys somebody at the desk works with, where they are not the usual ones; and whether single keys work at all.
create table key_choice (
  login varchar(80) primary key,
  choice varchar(4000) not null
);
