-- What operators promise per topic, append-only: a case keeps the promise that stood when it came.
create table service_promises (
  id uuid primary key,
  jurisdiction text not null,
  topic_id text,
  value integer,
  unit text,
  reason text not null,
  edited_by text not null,
  at timestamptz(3) not null,
  constraint service_promises_whole check ((value is null) = (unit is null) and (topic_id is not null or value is not null)),
  constraint service_promises_length check (value is null or value between 1 and 120)
);
create index service_promises_of_jurisdiction on service_promises (jurisdiction, id);
create trigger service_promises_append_only before update or delete on service_promises
  for each row execute function refuse_change();
