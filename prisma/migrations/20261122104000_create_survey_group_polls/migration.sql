-- Native polls in groups: counts of Telegram's own, never mixed with the answers of known people.
create table survey_group_polls (
  poll_id text primary key,
  wave_id uuid not null references survey_waves (id) on delete cascade on update cascade,
  question_key text not null,
  chat_title text not null,
  option_keys jsonb not null,
  counts jsonb not null,
  is_closed boolean not null default false,
  created_at timestamptz(3) not null
);
create index survey_group_polls_of_wave on survey_group_polls (wave_id);
