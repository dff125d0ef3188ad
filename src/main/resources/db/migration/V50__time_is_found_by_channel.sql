-- journal_age finds by time as well, channel by channel. Alone here: nobody writes to the journal until this is through.
drop index journal_at;
