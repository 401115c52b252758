-- Who has decided about a petition before: an objection is heard by other people.
alter table petitions add column decided_by text[] not null default '{}';

-- The browser that carried a signature, as a keyed hash that differs from petition to petition.
alter table petition_signatures add column device bytea;
create index petition_signatures_by_device on petition_signatures (petition_id, device) where device is not null;

create index petition_duties_open on petition_duties (due_on) where met_at is null;

-- What the watch found, and who has looked at it.
create table petition_signals (
  petition_id uuid not null references petitions (id) on delete cascade on update cascade,
  kind text not null,
  hour timestamptz(3) not null,
  count integer not null,
  told_at timestamptz(3) not null,
  looked_by text,
  looked_at timestamptz(3),
  primary key (petition_id, kind, hour)
);
create index petition_signals_waiting on petition_signals (told_at) where looked_at is null;
