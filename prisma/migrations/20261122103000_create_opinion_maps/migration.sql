create table opinion_maps (
  id uuid primary key,
  agency_code text not null,
  title jsonb not null,
  question jsonb not null,
  state text not null,
  code text not null,
  closes_at timestamptz(3) not null,
  created_by text not null,
  created_at timestamptz(3) not null
);
create unique index opinion_maps_code_key on opinion_maps (code);
create index opinion_maps_by_state on opinion_maps (state, closes_at);
create table opinion_statements (
  id uuid primary key,
  map_id uuid not null references opinion_maps (id) on delete cascade on update cascade,
  ordinal integer not null,
  words text not null,
  language text not null,
  author_id uuid,
  state text not null,
  reason text,
  created_at timestamptz(3) not null
);
create unique index opinion_statements_map_id_ordinal_key on opinion_statements (map_id, ordinal);
create table opinion_votes (
  statement_id uuid not null references opinion_statements (id) on delete cascade on update cascade,
  citizen_id uuid not null,
  map_id uuid not null,
  vote smallint not null check (vote in (-1, 0, 1)),
  primary key (statement_id, citizen_id)
);
create index opinion_votes_of_map on opinion_votes (map_id, citizen_id);
