create table knowledge_sources (
  id text primary key,
  kind text not null,
  owner text not null,
  topics text[],
  origin text not null,
  state text not null,
  current_version_id uuid,
  review_on date not null,
  revision integer not null default 1,
  created_at timestamptz(3) not null
);
create index knowledge_sources_by_review on knowledge_sources (review_on);
create index knowledge_sources_of_owner on knowledge_sources (owner);

create table knowledge_versions (
  id uuid primary key,
  source_id text not null references knowledge_sources (id) on delete cascade on update cascade,
  number integer not null,
  state text not null,
  content jsonb not null,
  content_hash bytea not null,
  valid_from date not null,
  valid_until date,
  source_on date not null,
  written_by text not null,
  created_at timestamptz(3) not null,
  approved_by text,
  approved_at timestamptz(3),
  ended_at timestamptz(3)
);
create unique index knowledge_versions_in_order on knowledge_versions (source_id, number);

create table knowledge_passages (
  id uuid primary key,
  version_id uuid not null references knowledge_versions (id) on delete cascade on update cascade,
  source_id text not null,
  group_key text not null,
  language text not null,
  title text not null,
  body text not null,
  notice text,
  "references" jsonb not null,
  owner_name text not null,
  source_on date not null,
  valid_from date not null,
  valid_until date,
  phrases text[],
  body_terms text[],
  search tsvector not null
);
-- Our own keys, three languages and two scripts folded into one, so no text search configuration is named here.
create index knowledge_passages_by_term on knowledge_passages using gin (search);
create index knowledge_passages_by_group on knowledge_passages (group_key);
create index knowledge_passages_of_source on knowledge_passages (source_id);
create index knowledge_passages_of_version on knowledge_passages (version_id);

create table knowledge_terms (
  term text primary key,
  passages integer not null,
  changed bigint not null
);
create index knowledge_terms_by_change on knowledge_terms (changed);
create table knowledge_index_state (
  id integer primary key,
  passages integer not null,
  changed bigint not null
);
insert into knowledge_index_state (id, passages, changed) values (1, 0, 0);

create table knowledge_gaps (
  id uuid primary key,
  label text not null,
  state text not null,
  agency text,
  due_on date,
  source_id text,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create index knowledge_gaps_by_state on knowledge_gaps (state);

create table knowledge_answers (
  id uuid primary key,
  citizen_id uuid,
  language text not null,
  question text,
  status text not null,
  composed_by text,
  trace jsonb not null,
  asked_at timestamptz(3) not null,
  helpful boolean,
  rated_at timestamptz(3),
  gap_id uuid references knowledge_gaps (id) on delete set null on update cascade
);
create index knowledge_answers_by_time on knowledge_answers (asked_at);
create index knowledge_answers_of_citizen on knowledge_answers (citizen_id);
create index knowledge_answers_of_gap on knowledge_answers (gap_id);

create table knowledge_citations (
  answer_id uuid not null references knowledge_answers (id) on delete cascade on update cascade,
  version_id uuid not null,
  recalled_at timestamptz(3),
  primary key (answer_id, version_id)
);
create index knowledge_citations_of_version on knowledge_citations (version_id);
