create table agency_channels (
  id uuid primary key,
  agency_code text not null,
  unit_id uuid,
  topic text,
  kind text not null,
  place text not null,
  abroad boolean not null,
  policy text,
  language text not null,
  settings jsonb not null default '{}',
  sealed_secrets bytea,
  state text not null,
  fallback_order integer not null default 0,
  fallback_after_minutes integer not null default 30,
  health text not null default 'untested',
  health_problem text,
  health_at timestamptz(3),
  created_at timestamptz(3) not null
);
create index agency_channels_of_agency on agency_channels (agency_code, state);
create index agency_channels_by_place on agency_channels (kind, place);

create table officer_bindings (
  channel text not null,
  external_id text not null,
  staff_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (channel, external_id)
);
create index officer_bindings_of_staff on officer_bindings (staff_id);

create table officer_invitations (
  code_hash bytea primary key,
  channel text not null,
  staff_id uuid,
  channel_id uuid,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

create table officer_cards (
  ticket_id uuid not null,
  channel_id uuid not null,
  message_ref text,
  thread_ref text,
  shown_hash text,
  lease_until timestamptz(3),
  posted_at timestamptz(3),
  primary key (ticket_id, channel_id)
);

create table officer_messages (
  channel_id uuid not null,
  message_ref text not null,
  ticket_id uuid not null,
  role text not null,
  verb text,
  entry_id uuid,
  created_at timestamptz(3) not null,
  primary key (channel_id, message_ref)
);
create index officer_messages_of_ticket on officer_messages (ticket_id, channel_id);

create table officer_pending_acts (
  id uuid primary key,
  staff_id uuid not null,
  ticket_id uuid not null,
  channel_id uuid not null,
  sealed_act bytea not null,
  created_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index officer_pending_acts_by_age on officer_pending_acts (created_at);

create table webhook_deliveries (
  id uuid primary key,
  channel_id uuid not null,
  event_id uuid not null,
  ticket_id uuid,
  event text not null,
  attempt integer not null,
  body text not null,
  status integer,
  problem text,
  duration_ms integer not null,
  at timestamptz(3) not null
);
create index webhook_deliveries_of_channel on webhook_deliveries (channel_id, at desc);
create index webhook_deliveries_of_event on webhook_deliveries (event_id);
