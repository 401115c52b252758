-- what is asked ------------------------------------------------------------------------------------------------------
create table surveys (
  id uuid primary key,
  agency_code text not null,
  mode text not null check (mode in ('anonymous', 'confidential')),
  state text not null,
  title jsonb not null,
  created_by text not null,
  created_at timestamptz(3) not null,
  revision integer not null default 1
);
create index surveys_of_agency on surveys (agency_code, created_at);
create table survey_versions (
  id uuid primary key,
  survey_id uuid not null references surveys (id) on delete cascade on update cascade,
  number integer not null,
  state text not null,
  questionnaire jsonb not null,
  author_id text not null,
  approver_id text,
  note text,
  created_at timestamptz(3) not null,
  decided_at timestamptz(3)
);
create unique index survey_versions_survey_id_number_key on survey_versions (survey_id, number);
create table survey_library_questions (
  id uuid primary key,
  agency_code text,
  name text not null,
  question jsonb not null,
  created_by text not null,
  created_at timestamptz(3) not null
);
create index survey_library_of_agency on survey_library_questions (agency_code, name);

-- who is asked -------------------------------------------------------------------------------------------------------
create table survey_waves (
  id uuid primary key,
  survey_id uuid not null references surveys (id) on delete restrict on update cascade,
  version_id uuid not null references survey_versions (id) on delete restrict on update cascade,
  number integer not null,
  mode text not null check (mode in ('anonymous', 'confidential')),
  state text not null,
  audience jsonb not null,
  seed text not null,
  open_code text,
  frame_size integer not null default 0,
  min_cell integer not null,
  margins jsonb,
  closes_at timestamptz(3) not null,
  duty_owner_id text not null,
  duty_due_on date not null,
  created_by text not null,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  closed_at timestamptz(3),
  revision integer not null default 1
);
create unique index survey_waves_survey_id_number_key on survey_waves (survey_id, number);
create unique index survey_waves_open_code_key on survey_waves (open_code);
create index survey_waves_by_state on survey_waves (state, closes_at);
-- Who was asked and whether an answer came. Holds no answer and no time of one.
create table survey_recipients (
  wave_id uuid not null references survey_waves (id) on delete cascade on update cascade,
  citizen_id uuid not null,
  ordinal integer not null,
  stratum text not null,
  contact text not null,
  response text not null,
  uncertain boolean not null default false,
  reminders integer not null default 0,
  reminder text not null default 'none',
  news text not null default 'none',
  primary key (wave_id, citizen_id)
);
create index survey_recipients_to_contact on survey_recipients (wave_id, contact, ordinal);
create index survey_recipients_to_remind on survey_recipients (wave_id, reminder, ordinal) where reminder in ('waiting', 'told');
create index survey_recipients_to_tell on survey_recipients (wave_id, news, ordinal) where news in ('waiting', 'told');

-- what is answered ---------------------------------------------------------------------------------------------------
-- A conversation under way. Deleted the moment it is finished.
create table survey_sessions (
  id uuid primary key,
  wave_id uuid not null references survey_waves (id) on delete cascade on update cascade,
  citizen_id uuid,
  token_hash bytea,
  channel text not null,
  language text not null,
  seed text not null,
  answers jsonb not null default '{}',
  step_key text,
  chosen jsonb,
  message_id integer,
  seconds integer not null default 0,
  touched_at timestamptz(3) not null,
  revision integer not null default 1
);
create unique index survey_sessions_of_person on survey_sessions (wave_id, citizen_id);
create unique index survey_sessions_token_hash_key on survey_sessions (token_hash);
create table survey_submissions (
  id uuid primary key,
  wave_id uuid not null references survey_waves (id) on delete cascade on update cascade,
  mode text not null,
  citizen_id uuid,
  is_complete boolean not null,
  channel text not null,
  language text not null,
  answered_on date not null,
  seconds_band text not null,
  strata jsonb not null,
  wordings jsonb not null,
  answers jsonb not null,
  mixed boolean not null,
  constraint survey_submissions_anonymous check (mode = 'confidential' or citizen_id is null)
);
create index survey_submissions_of_wave on survey_submissions (wave_id, is_complete);
create index survey_submissions_to_mix on survey_submissions (wave_id) where not mixed;
create table survey_quota_counts (
  wave_id uuid not null references survey_waves (id) on delete cascade on update cascade,
  quota_key text not null,
  finished integer not null default 0,
  primary key (wave_id, quota_key)
);
create table survey_step_counts (
  wave_id uuid not null references survey_waves (id) on delete cascade on update cascade,
  step_key text not null,
  left_here integer not null default 0,
  primary key (wave_id, step_key)
);
create table survey_codes (
  submission_id uuid not null references survey_submissions (id) on delete cascade on update cascade,
  question_key text not null,
  coder_id text not null,
  theme text not null,
  primary key (submission_id, question_key, coder_id)
);

-- what comes of it ---------------------------------------------------------------------------------------------------
create table survey_results (
  wave_id uuid primary key references survey_waves (id) on delete cascade on update cascade,
  results jsonb not null,
  published_at timestamptz(3) not null,
  published_by text not null
);
create table survey_duties (
  wave_id uuid primary key references survey_waves (id) on delete cascade on update cascade,
  agency_code text not null,
  owner_id text not null,
  due_on date not null,
  findings jsonb,
  changes jsonb,
  opened_at timestamptz(3) not null,
  done_at timestamptz(3)
);
create index survey_duties_by_day on survey_duties (due_on) where done_at is null;
