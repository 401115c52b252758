-- What a second reader said of a message that the local model was unsure about; one per case, never the citizen's words.
create table routing_opinions (
  appeal_id uuid primary key references appeals(id) on delete cascade,
  at timestamptz(3) not null,
  type text not null,
  reason text,
  model text,
  preferred_agency text,
  preferred_topic text,
  confidence_before double precision not null,
  confidence_after double precision not null,
  duration_ms integer not null
);

-- A decision of a person about what a message is about or whose it is. The words stay with the case and go with it.
create table routing_examples (
  id uuid primary key,
  appeal_id uuid not null references appeals(id) on delete cascade,
  stream_id text not null,
  seq integer not null,
  source text not null,
  topic_id text,
  agency_code text,
  proposed_topic_id text,
  proposed_agency text,
  labelled_by_kind text not null,
  labelled_by text,
  at timestamptz(3) not null,
  excluded text
);
create unique index routing_examples_stream_id_seq_key on routing_examples (stream_id, seq);
create index routing_examples_of_appeal on routing_examples (appeal_id, at);
create index routing_examples_by_person on routing_examples (labelled_by, at);

-- Versions of the trained model; the bytes lie in the file store.
create table routing_models (
  version integer primary key,
  state text not null,
  trained_at timestamptz(3) not null,
  trained_by text,
  examples integer not null,
  excluded jsonb not null,
  figures jsonb not null,
  verdict text not null,
  content_hash bytea,
  rules_hash bytea,
  promoted_at timestamptz(3),
  promoted_by text
);

-- Small fingerprints of what cases say, to find the same matter told by others.
create table case_signatures (
  appeal_id uuid primary key references appeals(id) on delete cascade,
  agency_code text,
  topic_id text,
  territory_code text,
  latitude double precision,
  longitude double precision,
  submitted_at timestamptz(3) not null,
  bands integer[] not null,
  signature integer[] not null,
  cluster_id uuid
);
create index case_signatures_by_band on case_signatures using gin (bands);
create index case_signatures_by_matter on case_signatures (topic_id, submitted_at);
create index case_signatures_by_cluster on case_signatures (cluster_id);

create table case_clusters (
  id uuid primary key,
  agency_code text,
  topic_id text,
  kind text not null,
  created_at timestamptz(3) not null,
  proposed_mass_at timestamptz(3)
);
