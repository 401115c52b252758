-- What a contribution is about, as the router reads it; null where it is not sure.
alter table topic_contributions add column topic_id text;

-- Who of the staff has said whether the weekly brief is sent to them; without a row the role decides.
create table brief_choices (
  staff_id uuid not null,
  wants boolean not null,
  changed_at timestamptz(3) not null,
  constraint brief_choices_pkey primary key (staff_id)
);
