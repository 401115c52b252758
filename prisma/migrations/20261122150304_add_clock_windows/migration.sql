-- The days that a running clock counts over, so that a change of the calendar reads only the cases it can touch.
alter table clock_heads add column counts_from date, add column counts_until date;
