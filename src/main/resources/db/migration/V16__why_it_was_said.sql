-- Why a bubble was said, as JSON, with the first bubble of what was said at once: by names and numbers, without words. In the
-- row of the words themselves, so that it goes when they go.
alter table journal add column trace varchar;
