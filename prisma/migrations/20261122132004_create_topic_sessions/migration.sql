create table topic_sessions (
  id uuid primary key,
  agency_code text not null,
  title jsonb not null,
  question jsonb not null,
  background jsonb not null,
  rules jsonb not null,
  opens_at timestamptz(3) not null,
  closes_at timestamptz(3) not null,
  owner_id text not null,
  reply_due_on date not null,
  thanked_at timestamptz(3),
  summary jsonb,
  summarised_at timestamptz(3),
  reply jsonb,
  replied_at timestamptz(3),
  created_by text not null,
  created_at timestamptz(3) not null
);
create index topic_sessions_by_time on topic_sessions (closes_at);
create table topic_contributions (
  id uuid primary key,
  session_id uuid not null references topic_sessions (id) on delete cascade on update cascade,
  citizen_id uuid,
  language text not null,
  words text not null,
  state text not null,
  reason text,
  theme text,
  created_at timestamptz(3) not null
);
create index topic_contributions_of_session on topic_contributions (session_id, created_at);
create index topic_contributions_of_citizen on topic_contributions (citizen_id);
