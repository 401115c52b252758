-- What operators said of territories beside the classifier's files; append-only, the newest word whose day has come holds.
create table territory_edits (
  id uuid primary key,
  code text not null,
  parent_code text,
  level text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  lat double precision,
  lon double precision,
  effective_from date not null,
  effective_until date,
  basis text not null,
  edited_by text not null,
  at timestamptz(3) not null,
  constraint territory_edits_dates check (effective_until is null or effective_until > effective_from),
  constraint territory_edits_point check ((lat is null) = (lon is null)),
  constraint territory_edits_not_in_itself check (parent_code is null or parent_code <> code)
);
create index territory_edits_of_territory on territory_edits (code, id);
create trigger territory_edits_append_only before update or delete on territory_edits
  for each row execute function refuse_change();
