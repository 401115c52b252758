-- Hours of offices: for the country (an edition of the calendar), a territory or one body. Append-only, the newest word holds.
create table calendar_hours (
  id uuid primary key,
  jurisdiction text not null,
  scope text not null,
  scope_code text,
  opens text not null,
  closes text not null,
  lunch_from text,
  lunch_to text,
  reason text not null,
  edited_by text not null,
  at timestamptz(3) not null,
  constraint calendar_hours_scope check (scope in ('country', 'territory', 'agency') and (scope = 'country') = (scope_code is null)),
  constraint calendar_hours_lunch check ((lunch_from is null) = (lunch_to is null))
);
create index calendar_hours_of_jurisdiction on calendar_hours (jurisdiction, id);
create trigger calendar_hours_append_only before update or delete on calendar_hours
  for each row execute function refuse_change();

-- Whose hours a point waits for.
alter table due_points add column agency_code text;
