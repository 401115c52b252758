-- What the public figures need to know of one ticket: days and outcomes, no person, no words, no number.
create table figure_facts (
  ticket_id uuid primary key,
  month date not null,
  agency_code text not null,
  topic_id text,
  region_code text,
  delivered_on date not null,
  registration_due_on date,
  registered_on date,
  statutory_on date,
  promised_on date,
  answered_on date,
  passed_on boolean not null,
  withdrawn boolean not null,
  extended boolean not null,
  disputed boolean not null,
  verdict text
);
create index figure_facts_by_month on figure_facts (month);
-- Only these can become late with the days.
create index figure_facts_open on figure_facts (ticket_id) where answered_on is null and not passed_on and not withdrawn;

-- Counts per month of delivery and body, topic, region or the whole; pages and open data read only these.
create table figure_cells (
  scope text not null,
  key text not null,
  month date not null,
  received integer not null,
  passed_on integer not null,
  withdrawn integer not null,
  registered_in_time integer not null,
  registered_late integer not null,
  unregistered_late integer not null,
  law_in_time integer not null,
  law_late integer not null,
  law_overdue integer not null,
  promise_in_time integer not null,
  promise_late integer not null,
  promise_overdue integer not null,
  answered integer not null,
  extended integer not null,
  disputed integer not null,
  resolved integer not null,
  partly integer not null,
  unresolved integer not null,
  silent integer not null,
  primary key (scope, key, month)
);
create index figure_cells_by_month on figure_cells (month);

-- How many waited how many days: medians add up over months only from the whole distribution.
create table figure_waits (
  scope text not null,
  key text not null,
  month date not null,
  days integer not null,
  tickets integer not null,
  primary key (scope, key, month, days)
);
create index figure_waits_by_month on figure_waits (month);

create table figure_state (
  id integer primary key,
  watermark timestamptz(3),
  as_of date,
  version integer not null
);
insert into figure_state (id, version) values (1, 0);

-- What came in through Open311: only these cases are shown there.
create table open311_requests (
  appeal_id uuid primary key,
  client_id text not null,
  digest bytea not null,
  service_code text not null,
  address_given boolean not null,
  created_at timestamptz(3) not null
);
create index open311_requests_by_time on open311_requests (created_at desc);
create index open311_requests_by_digest on open311_requests (digest, created_at);
