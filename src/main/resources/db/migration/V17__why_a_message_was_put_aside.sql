-- Each message that is put aside has its own reason, as each call has.
alter table inbox add column why varchar;
