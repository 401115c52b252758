-- Duties that follow from a day and not from a count: telling the media, sending it on. They have a term and no counter.
alter table petition_duties alter column counter drop not null;
alter table petition_duties alter column required drop not null;
alter table petition_duties alter column count_at_crossing drop not null;
-- How such a duty was met, for everybody to read.
alter table petition_duties add column done_note text;
