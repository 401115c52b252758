-- One message may name several matters: each ticket then carries its own topic and its own part of the words.
alter table tickets add column topic_id text;
alter table tickets add column matter text;
