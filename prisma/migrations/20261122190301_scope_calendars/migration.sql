-- A territory or a body may have days of its own; without a word of their own the days of whoever lies around them hold.
alter table calendar_edits
  add column scope text not null default 'country',
  add column scope_code text,
  alter column working drop not null,
  alter column kind drop not null,
  alter column name_kk drop not null,
  alter column name_ru drop not null,
  alter column name_en drop not null,
  add constraint calendar_edits_scope
    check (scope in ('country', 'territory', 'agency') and (scope = 'country') = (scope_code is null)),
  add constraint calendar_edits_word check (num_nulls(working, kind, name_kk, name_ru, name_en) in (0, 5)),
  add constraint calendar_edits_inherited check (working is not null or scope <> 'country');

alter table calendar_years
  add column scope text not null default 'country',
  add column scope_code text,
  add constraint calendar_years_scope
    check (scope in ('country', 'territory', 'agency') and (scope = 'country') = (scope_code is null));

-- The time zone of a territory or a body, append-only; null: again the one of whoever lies around it.
create table calendar_timezones (
  id uuid primary key,
  jurisdiction text not null,
  scope text not null,
  scope_code text not null,
  timezone text,
  reason text not null,
  edited_by text not null,
  at timestamptz(3) not null,
  constraint calendar_timezones_scope check (scope in ('territory', 'agency'))
);
create index calendar_timezones_of_jurisdiction on calendar_timezones (jurisdiction, id);
create trigger calendar_timezones_append_only before update or delete on calendar_timezones
  for each row execute function refuse_change();
