create table staff (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  email text not null,
  role text not null,
  agency_code text,
  unit_ids uuid[] not null default '{}',
  language text not null,
  state text not null,
  sealed_totp bytea,
  totp_step bigint,
  demo boolean not null default false,
  created_at timestamptz(3) not null,
  revision integer not null default 1
);
create unique index staff_email_key on staff (email);
create index staff_of_agency on staff (agency_code, state);

create table staff_sessions (
  id uuid primary key,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  token_hash bytea not null,
  user_agent text not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create unique index staff_sessions_token_hash_key on staff_sessions (token_hash);
create index staff_sessions_of_staff on staff_sessions (staff_id);

create table sign_in_links (
  id uuid primary key,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  token_hash bytea not null,
  purpose text not null,
  created_by uuid,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create unique index sign_in_links_token_hash_key on sign_in_links (token_hash);
create index sign_in_links_of_staff on sign_in_links (staff_id);

create table api_tokens (
  id uuid primary key,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  name text not null,
  scopes text[] not null,
  token_hash bytea not null,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);
create unique index api_tokens_token_hash_key on api_tokens (token_hash);
create index api_tokens_of_staff on api_tokens (staff_id);

create table seen_tickets (
  staff_id uuid not null,
  ticket_id uuid not null,
  revision integer not null,
  at timestamptz(3) not null,
  primary key (staff_id, ticket_id)
);
