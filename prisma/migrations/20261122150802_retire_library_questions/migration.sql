-- Kept again under the same name, a question is the next version; the one before is retired, not lost.
alter table survey_library_questions
  add column version integer not null default 1,
  add column retired_at timestamptz(3),
  add column retired_by text;
create unique index survey_library_in_use on survey_library_questions (coalesce(agency_code, ''), name, version);
