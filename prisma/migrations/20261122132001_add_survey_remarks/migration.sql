create table survey_remarks (
  id uuid primary key,
  survey_id uuid not null references surveys (id) on delete cascade on update cascade,
  version_number integer not null,
  question_key text,
  words text not null,
  author_id text not null,
  created_at timestamptz(3) not null,
  settled_at timestamptz(3)
);
create index survey_remarks_of_survey on survey_remarks (survey_id, created_at);
