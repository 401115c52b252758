create table answer_templates (
  id uuid primary key,
  agency_code text,
  use text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  body_kk text not null,
  body_ru text not null,
  body_en text not null,
  outcome text,
  topic text,
  takes boolean not null default false,
  note text,
  state text not null,
  created_by uuid not null,
  decided_by uuid,
  created_at timestamptz(3) not null,
  decided_at timestamptz(3),
  revision integer not null default 1
);
create index answer_templates_of_agency on answer_templates (agency_code, state);

create table template_uses (
  id uuid primary key,
  template_id uuid not null references answer_templates (id) on delete cascade on update cascade,
  ticket_id uuid not null,
  appeal_id uuid not null,
  staff_id uuid not null,
  at timestamptz(3) not null
);
create index template_uses_of_template on template_uses (template_id, at);
create index template_uses_of_appeal on template_uses (appeal_id);

create table case_points (
  appeal_id uuid not null references appeals (id) on delete cascade on update cascade,
  position integer not null,
  masked_text text not null,
  edited_by uuid not null,
  edited_at timestamptz(3) not null,
  primary key (appeal_id, position)
);

create table answer_chains (
  agency_code text primary key,
  approver_ids uuid[] not null default '{}',
  signatory_ids uuid[] not null default '{}',
  wants_number boolean not null default false,
  changed_at timestamptz(3) not null
);

create table answer_drafts (
  id uuid primary key,
  ticket_id uuid not null references tickets (id) on delete cascade on update cascade,
  appeal_id uuid not null,
  agency_code text not null,
  stage text not null,
  sealed_answer bytea not null,
  remark text,
  author_id uuid not null,
  approver_id uuid,
  signatory_id uuid,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  revision integer not null default 1
);
create index answer_drafts_of_ticket on answer_drafts (ticket_id, stage);
create index answer_drafts_of_agency on answer_drafts (agency_code, stage, changed_at);
