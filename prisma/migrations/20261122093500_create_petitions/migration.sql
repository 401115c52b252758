create table petitions (
  id uuid primary key,
  code text not null,
  citizen_id uuid not null,
  language text not null,
  state text not null,
  profile_id text not null,
  authority_key text not null,
  agency_code text,
  territory_code text,
  population integer,
  thresholds jsonb not null default '[]',
  original jsonb not null,
  published jsonb,
  stems text[] default '{}',
  rejection jsonb,
  rejection_proposal jsonb,
  locked_by uuid,
  locked_until timestamptz(3),
  appealed boolean not null default false,
  outcome text,
  integrity_note jsonb,
  created_at timestamptz(3) not null,
  submitted_at timestamptz(3),
  sponsors_until date,
  moderation_due_on date,
  opened_at timestamptz(3),
  closes_on date,
  ended_at timestamptz(3),
  revision integer not null default 1
);
create unique index petitions_code_key on petitions (code);
create index petitions_by_state on petitions (state, opened_at desc);
create index petitions_of_territory on petitions (territory_code, state);
create index petitions_of_citizen on petitions (citizen_id, created_at desc);
create index petitions_by_stems on petitions using gin (stems);

-- Rewritten by every tally: room in the page keeps the new version beside the old one.
create table petition_counts (
  petition_id uuid primary key references petitions (id) on delete cascade on update cascade,
  support integer not null default 0,
  held integer not null default 0,
  signatures integer not null default 0,
  counted_at timestamptz(3) not null
) with (fillfactor = 50);

create table petition_events (
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  seq integer not null,
  at timestamptz(3) not null,
  type text not null,
  facts jsonb not null,
  primary key (petition_id, seq)
);
create index petition_events_by_type on petition_events (type, at desc);

create table petition_duties (
  id uuid primary key,
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  threshold_key text not null,
  counter text not null,
  required integer not null,
  count_at_crossing integer not null,
  crossed_at timestamptz(3) not null,
  rule_id text,
  started_on date,
  due_on date,
  registration_number text,
  met_at timestamptz(3)
);
create unique index petition_duties_once on petition_duties (petition_id, threshold_key);

create table petition_readings (
  id uuid primary key,
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  count integer not null,
  read_on date not null,
  url text not null,
  entered_by text not null,
  at timestamptz(3) not null
);
create index petition_readings_newest on petition_readings (petition_id, read_on desc, at desc);

create table petition_supports (
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  citizen_id uuid not null,
  tier text not null,
  state text not null,
  turn integer not null default 1,
  notify boolean not null default true,
  source text not null,
  referrer text,
  at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (petition_id, citizen_id)
);
create index petition_supports_of_citizen on petition_supports (citizen_id);

create table petition_signatures (
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  person_hash bytea not null,
  state text not null,
  turn integer not null default 1,
  issuer text not null,
  at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (petition_id, person_hash)
);

create table petition_timers (
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  kind text not null,
  subject_id text not null,
  due_at timestamptz(3) not null,
  primary key (petition_id, kind, subject_id)
);
create index petition_timers_waiting on petition_timers (due_at);

create table petition_broadcasts (
  id uuid primary key,
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  kind text not null,
  facts jsonb not null,
  after uuid not null,
  created_at timestamptz(3) not null
);

create table petition_pauses (
  id uuid primary key,
  profile_id text not null,
  stops text[],
  from_on date not null,
  until_on date not null,
  reason text not null,
  decided_by text not null,
  at timestamptz(3) not null,
  lifted_at timestamptz(3)
);
create index petition_pauses_of_profile on petition_pauses (profile_id, until_on);

-- the log -----------------------------------------------------------------------------------------------------------
create table petition_log_queue (
  id bigserial primary key,
  petition_id uuid not null,
  kind text not null,
  commitment bytea not null,
  at timestamptz(3) not null
);
create index petition_log_queue_of_petition on petition_log_queue (petition_id);

create table petition_log (
  id integer primary key,
  size bigint not null default 0
);
insert into petition_log (id) values (1);

create table petition_log_leaves (
  index bigint primary key,
  petition_id uuid not null,
  data bytea not null,
  hash bytea not null,
  receipt bytea not null
);
create index petition_log_leaves_by_receipt on petition_log_leaves (receipt);
create index petition_log_leaves_of_petition on petition_log_leaves (petition_id, index);

create table petition_log_nodes (
  level integer not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

create table petition_log_heads (
  size bigint primary key,
  root bytea not null,
  at timestamptz(3) not null,
  key_id text not null,
  signature bytea not null
);
create index petition_log_heads_by_time on petition_log_heads (at);

create table petition_log_keys (
  key_id text primary key,
  public_key bytea not null,
  since timestamptz(3) not null
);

-- Lines are added, never changed; the public can prove the same, this stops an accident earlier.
create trigger petition_log_leaves_append_only before update or delete on petition_log_leaves
  for each statement execute function refuse_change();
create trigger petition_log_heads_append_only before update or delete on petition_log_heads
  for each statement execute function refuse_change();
