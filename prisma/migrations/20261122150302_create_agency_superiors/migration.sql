-- Who stands over a body from when until when; append-only, the newest word on a day holds.
create table agency_superiors (
  id uuid primary key,
  agency_code text not null,
  superior_code text,
  effective_from date not null,
  effective_until date,
  basis text not null,
  edited_by text not null,
  at timestamptz(3) not null,
  constraint agency_superiors_dates check (effective_until is null or effective_until > effective_from),
  constraint agency_superiors_not_itself check (superior_code is null or superior_code <> agency_code)
);
create index agency_superiors_of_agency on agency_superiors (agency_code, id);
create trigger agency_superiors_append_only before update or delete on agency_superiors
  for each row execute function refuse_change();
