-- The one row of a ledger that changes: the lock of a ticket's clock, and the way to find what still runs.
create table clock_heads (
  ticket_id uuid primary key,
  seq integer not null,
  is_open boolean not null,
  beyond_calendar boolean not null
);
create index clock_heads_open on clock_heads (ticket_id) where is_open;
insert into clock_heads (ticket_id, seq, is_open, beyond_calendar)
select ticket_id, max(seq), not bool_or(type in ('answered', 'ended')), false from clock_events group by ticket_id;

-- A whole year brought in from a file is an edition like any other change.
create table calendar_years (
  id uuid primary key,
  jurisdiction text not null,
  year integer not null,
  body jsonb not null,
  edited_by text not null,
  at timestamptz(3) not null
);
create index calendar_years_of_jurisdiction on calendar_years (jurisdiction, id);
create trigger calendar_years_append_only before update or delete on calendar_years
  for each row execute function refuse_change();
