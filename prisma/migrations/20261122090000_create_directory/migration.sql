-- territories -------------------------------------------------------------------------------------------------------
create table territories (
  code text primary key,
  parent_code text references territories (code) on delete restrict on update cascade deferrable initially deferred,
  level text not null,
  kind text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  lat double precision,
  lon double precision
);
create index territories_of_parent on territories (parent_code);
create table populations (
  code text not null references territories (code) on delete cascade on update cascade,
  "on" date not null,
  population integer not null,
  source text not null,
  primary key (code, "on", source)
);

-- agencies ----------------------------------------------------------------------------------------------------------
-- Rows with `edited_at` were changed by an operator; seeding leaves them alone.
create table agencies (
  code text primary key,
  kind text not null,
  sector text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  short_name_kk text not null,
  short_name_ru text not null,
  short_name_en text not null,
  territory_code text references territories (code) on delete restrict on update cascade,
  superior_code text references agencies (code) on delete restrict on update cascade deferrable initially deferred,
  connection text not null,
  channel_policy text not null,
  working_hours jsonb,
  confidence text not null,
  covers text[] not null default '{}',
  effective_from date not null,
  effective_until date,
  edited_at timestamptz(3)
);
create index agencies_of_territory on agencies (territory_code);
create index agencies_of_superior on agencies (superior_code);
create table agency_units (
  id uuid primary key,
  agency_code text not null references agencies (code) on delete cascade on update cascade,
  name_kk text not null,
  name_ru text not null,
  name_en text not null
);
create index agency_units_of_agency on agency_units (agency_code);
create table agency_roles (
  competence_id text primary key,
  agency_code text not null references agencies (code) on delete cascade on update cascade,
  role text not null,
  topics text[] not null default '{}',
  territory_code text references territories (code) on delete restrict on update cascade,
  ownership text not null default 'any',
  effective_from date not null,
  effective_until date,
  edited_at timestamptz(3)
);
create index agency_roles_of_agency on agency_roles (agency_code);
create index agency_roles_by_place on agency_roles (role, territory_code);
-- What was last seeded, so that a start with unchanged files costs one query.
create table seeds (
  name text primary key,
  digest text not null,
  at timestamptz(3) not null
);
