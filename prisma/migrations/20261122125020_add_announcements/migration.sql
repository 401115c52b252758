-- What bodies tell people who asked to be told: decisions, acts, works, outages.
create table announcements (
  id uuid primary key,
  agency text not null,
  subject text not null,
  topics text[] not null,
  territory_code text,
  content jsonb not null,
  url text,
  starts_on date,
  ends_on date,
  state text not null,
  published_by text not null,
  published_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index announcements_by_time on announcements (state, published_at);

-- Whom one is for. A row waits until its person has room in the contact budget.
create table announcement_readers (
  announcement_id uuid not null references announcements (id) on update cascade on delete cascade,
  citizen_id uuid not null,
  told_at timestamptz(3),
  primary key (announcement_id, citizen_id)
);
create index announcement_readers_waiting on announcement_readers (told_at, announcement_id);
create index announcement_readers_of_citizen on announcement_readers (citizen_id);

-- What a citizen chose. An empty topic or territory means every one.
create table news_subscriptions (
  citizen_id uuid not null,
  subject text not null,
  topic text not null,
  territory_code text not null,
  since timestamptz(3) not null,
  primary key (citizen_id, subject)
);
create index news_subscriptions_by_subject on news_subscriptions (subject);
