-- journal -----------------------------------------------------------------------------------------------------------
create table journal_streams (
  id text primary key,
  seq integer not null,
  head_hash bytea not null
);
create table journal_entries (
  stream_id text not null,
  seq integer not null,
  at timestamptz(3) not null,
  type text not null,
  actor_kind text not null,
  actor_id text,
  facts jsonb not null,
  commitment bytea,
  digest bytea not null,
  hash bytea not null,
  primary key (stream_id, seq)
);
create index journal_entries_by_time on journal_entries (at);
create table journal_texts (
  stream_id text not null,
  seq integer not null,
  salt bytea not null,
  body jsonb not null,
  primary key (stream_id, seq)
);
-- Append-only by the database's own hand, not by our good behaviour.
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name; end $$;
create trigger journal_entries_append_only before update or delete on journal_entries
  for each row execute function refuse_change();

-- citizens ----------------------------------------------------------------------------------------------------------
create table citizens (
  id uuid primary key,
  language text not null,
  state text not null,
  territory_code text,
  consent_version text,
  sealed_name bytea,
  sealed_national_id bytea,
  sealed_postal_address bytea,
  sealed_phone bytea,
  phone_index bytea,
  sealed_email bytea,
  settings jsonb not null default '{}',
  created_at timestamptz(3) not null,
  revision integer not null default 1
);
create index citizens_by_phone on citizens (phone_index);
create table citizen_accounts (
  channel text not null,
  external_id text not null,
  citizen_id uuid not null references citizens (id) on delete cascade on update cascade,
  reachable boolean not null default true,
  since timestamptz(3) not null,
  primary key (channel, external_id)
);
create index citizen_accounts_by_citizen on citizen_accounts (citizen_id);
create table consents (
  id uuid primary key,
  citizen_id uuid not null references citizens (id) on delete cascade on update cascade,
  purpose text not null,
  given boolean not null,
  version text not null,
  language text not null,
  text_hash bytea not null,
  evidence text not null,
  at timestamptz(3) not null
);
create index consents_by_citizen on consents (citizen_id, purpose, at);

-- outbox ------------------------------------------------------------------------------------------------------------
create table notifications (
  id uuid primary key,
  recipient_kind text not null,
  recipient_id text not null,
  kind text not null,
  facts jsonb not null,
  lane integer not null,
  dedupe_key text not null,
  state text not null,
  attempts integer not null default 0,
  uncertain boolean not null default false,
  due_at timestamptz(3) not null,
  lease_until timestamptz(3),
  delivered_at timestamptz(3),
  channel text,
  channel_ref jsonb,
  problem text,
  created_at timestamptz(3) not null
);
create unique index notifications_dedupe_key_key on notifications (dedupe_key);
create index notifications_waiting on notifications (lane, due_at) where state in ('pending', 'sending');
create index notifications_by_recipient on notifications (recipient_kind, recipient_id, created_at);

-- forms -------------------------------------------------------------------------------------------------------------
create table form_sessions (
  owner text primary key,
  form_id text not null,
  form_version integer not null,
  step_key text not null,
  answers jsonb not null default '{}',
  subject_id text,
  row_version integer not null default 1,
  expires_at timestamptz(3) not null
);

-- appeals -----------------------------------------------------------------------------------------------------------
create table appeals (
  id uuid primary key,
  number text,
  citizen_id uuid not null,
  state text not null,
  kind text not null,
  language text not null,
  title text not null default '',
  topic_id text,
  territory_code text,
  address_text text,
  latitude double precision,
  longitude double precision,
  channel text not null,
  sealed_on_behalf_of bytea,
  secret_word_hash bytea,
  urgent boolean not null default false,
  sensitive boolean not null default false,
  resolution text,
  disputes integer not null default 0,
  routing jsonb,
  external_number text,
  created_at timestamptz(3) not null,
  submitted_at timestamptz(3),
  closed_at timestamptz(3),
  revision integer not null default 1
);
create unique index appeals_number_key on appeals (number);
create index appeals_of_citizen on appeals (citizen_id, created_at desc);
create index appeals_by_state on appeals (state, submitted_at);
create table thread_entries (
  id uuid primary key,
  appeal_id uuid not null references appeals (id) on delete cascade on update cascade,
  ticket_id uuid,
  kind text not null,
  author text not null,
  author_id text,
  language text,
  masked_text text not null,
  sealed_text bytea,
  source_ref text,
  details jsonb,
  at timestamptz(3) not null,
  edited_at timestamptz(3)
);
create index thread_of_appeal on thread_entries (appeal_id, at);
create index thread_by_source on thread_entries (source_ref);
create table files (
  id uuid primary key,
  entry_id uuid not null references thread_entries (id) on delete cascade on update cascade,
  position integer not null,
  kind text not null,
  media_type text not null,
  size_bytes integer not null,
  file_name text,
  content_hash bytea,
  channel_ref text,
  state text not null,
  created_at timestamptz(3) not null
);
create index files_of_entry on files (entry_id, position);
create index files_by_state on files (state, created_at);
create table tickets (
  id uuid primary key,
  appeal_id uuid not null references appeals (id) on delete cascade on update cascade,
  agency_code text not null,
  unit_id uuid,
  officer_id uuid,
  state text not null,
  procedure text not null,
  registration_number text,
  registered_on date,
  promised_on date,
  statutory_on date,
  registration_due_at timestamptz(3),
  due_on date,
  redirects integer not null default 0,
  delivered_at timestamptz(3) not null,
  answered_at timestamptz(3),
  closed_at timestamptz(3),
  outcome text,
  revision integer not null default 1
);
create index tickets_of_appeal on tickets (appeal_id);
create index tickets_inbox on tickets (agency_code, state, due_on, id);
create index tickets_of_officer on tickets (officer_id, state, due_on);

-- telegram ----------------------------------------------------------------------------------------------------------
create table telegram_updates (
  update_id bigint primary key,
  chat_key text not null,
  body jsonb not null,
  attempts integer not null default 0,
  state text not null default 'waiting',
  error_code text,
  received_at timestamptz(3) not null,
  retry_at timestamptz(3)
);
create index telegram_updates_of_chat on telegram_updates (chat_key, update_id);
create table telegram_cards (
  chat_id bigint not null,
  message_id integer not null,
  appeal_id uuid not null,
  is_card boolean not null,
  shown_hash text,
  created_at timestamptz(3) not null,
  primary key (chat_id, message_id)
);
create index telegram_cards_of_appeal on telegram_cards (appeal_id);

create sequence case_number_sequence minvalue 0 start 0;
