-- Attempts to open a case by number and secret word; counted per person and per case.
create table case_openings (
  id uuid primary key,
  citizen_id uuid not null,
  appeal_id uuid,
  opened boolean not null,
  at timestamptz(3) not null
);
create index case_openings_of_citizen on case_openings (citizen_id, at);
create index case_openings_of_appeal on case_openings (appeal_id, at);

-- Who is told when a person cannot be reached any more.
create table second_contacts (
  citizen_id uuid primary key references citizens (id) on delete cascade,
  sealed_contact bytea,
  invitation text unique,
  contact_citizen_id uuid references citizens (id) on delete set null,
  told_at timestamptz(3),
  created_at timestamptz(3) not null
);
create index second_contacts_of_contact on second_contacts (contact_citizen_id);

-- What people and parts of the service tell the operators.
create table operator_notices (
  id uuid primary key,
  kind text not null,
  facts jsonb not null default '{}',
  sealed_words bytea,
  citizen_id uuid,
  created_at timestamptz(3) not null,
  done_at timestamptz(3),
  done_by uuid,
  remark text
);
create index operator_notices_open on operator_notices (created_at, id) where done_at is null;
create index operator_notices_done on operator_notices (done_at) where done_at is not null;
