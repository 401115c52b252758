create table category_settings (
  topic text primary key,
  wants_proof boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz(3) not null
);

create table saved_views (
  id uuid primary key,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  agency_code text,
  name text not null,
  query jsonb not null,
  shared boolean not null default false,
  created_at timestamptz(3) not null
);
create index saved_views_of_staff on saved_views (staff_id);
create index saved_views_of_agency on saved_views (agency_code, shared);

create table ticket_watchers (
  ticket_id uuid not null references tickets (id) on delete cascade on update cascade,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  at timestamptz(3) not null,
  primary key (ticket_id, staff_id)
);
create index ticket_watchers_of_staff on ticket_watchers (staff_id);

create table ticket_mentions (
  ticket_id uuid not null references tickets (id) on delete cascade on update cascade,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  entry_id uuid not null,
  at timestamptz(3) not null,
  seen_at timestamptz(3),
  primary key (entry_id, staff_id)
);
create index ticket_mentions_of_staff on ticket_mentions (staff_id, seen_at);
create index ticket_mentions_of_ticket on ticket_mentions (ticket_id);

create table substitutions (
  id uuid primary key,
  staff_id uuid not null references staff (id) on delete cascade on update cascade,
  substitute_id uuid not null references staff (id) on delete cascade on update cascade,
  from_on date not null,
  until_on date not null,
  created_by uuid not null,
  created_at timestamptz(3) not null
);
create index substitutions_of_staff on substitutions (staff_id, until_on);
create index substitutions_of_substitute on substitutions (substitute_id, until_on);

create table joined_tickets (
  ticket_id uuid primary key references tickets (id) on delete cascade on update cascade,
  parent_id uuid not null references tickets (id) on delete cascade on update cascade,
  joined_by uuid not null,
  at timestamptz(3) not null
);
create index joined_tickets_of_parent on joined_tickets (parent_id);

create table case_links (
  from_id uuid not null references appeals (id) on delete cascade on update cascade,
  to_id uuid not null references appeals (id) on delete cascade on update cascade,
  kind text not null,
  linked_by uuid not null,
  at timestamptz(3) not null,
  primary key (from_id, to_id)
);
create index case_links_to on case_links (to_id);

alter table seen_tickets add column is_answering boolean not null default false;
