-- What a citizen asks for is numbered when the words come in. Older cases keep an empty list: theirs is read from the thread.
alter table appeals add column points text[] not null default '{}';
