create table clock_events (
  ticket_id uuid not null,
  seq integer not null,
  id uuid not null,
  at timestamptz(3) not null,
  type text not null,
  body jsonb not null,
  recorded_at timestamptz(3) not null,
  primary key (ticket_id, seq)
);
create unique index clock_events_id_key on clock_events (id);
create trigger clock_events_append_only before update or delete on clock_events
  for each row execute function refuse_change();

create table due_points (
  id uuid primary key,
  ticket_id uuid not null,
  step text not null,
  clock text not null,
  receiver text not null,
  due_on date not null,
  due_at timestamptz(3) not null,
  fired_at timestamptz(3)
);
create unique index due_points_once on due_points (ticket_id, step, clock, receiver, due_on);
-- Only what still waits: the sweeper's work does not grow with the closed cases of ten years.
create index due_points_waiting on due_points (due_at, id) where fired_at is null;

create table calendar_edits (
  id uuid primary key,
  jurisdiction text not null,
  on_day date not null,
  working boolean not null,
  kind text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  reason text not null,
  edited_by text not null,
  at timestamptz(3) not null
);
create index calendar_edits_of_jurisdiction on calendar_edits (jurisdiction, id);
create trigger calendar_edits_append_only before update or delete on calendar_edits
  for each row execute function refuse_change();
