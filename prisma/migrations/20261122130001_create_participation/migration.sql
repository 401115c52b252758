-- Ideas, projects and petitions people judge one at a time, and what is voted on within a budget.
create table participation_rounds (
  id uuid primary key,
  code text not null,
  kind text not null,
  state text not null,
  title jsonb not null,
  about jsonb not null,
  agency_code text,
  territory_code text,
  rule jsonb not null,
  budget bigint,
  currency text,
  seed text not null,
  collect_until date,
  vote_from date,
  vote_until date not null,
  created_by text not null,
  created_at timestamptz(3) not null,
  closed_at timestamptz(3),
  told_after uuid,
  revision integer not null default 1
);
create unique index participation_rounds_code_key on participation_rounds (code);
create index participation_rounds_by_state on participation_rounds (state, created_at desc);

create table participation_items (
  id uuid primary key,
  round_id uuid not null references participation_rounds (id) on delete cascade on update cascade,
  number integer not null,
  kind text not null,
  state text not null,
  citizen_id uuid,
  petition_code text,
  language text not null,
  title text not null,
  body text not null,
  cost bigint,
  territory_code text,
  refusal jsonb,
  created_at timestamptz(3) not null,
  votes integer,
  revision integer not null default 1
);
create unique index participation_items_number on participation_items (round_id, number);
create index participation_items_of_round on participation_items (round_id, state);
create index participation_items_of_citizen on participation_items (citizen_id);

-- Rewritten by every showing: apart from the words, with room in the page.
create table participation_counts (
  item_id uuid primary key references participation_items (id) on delete cascade on update cascade,
  exposures integer not null default 0,
  in_favour integer not null default 0,
  against integer not null default 0,
  skipped integer not null default 0,
  site_exposures integer not null default 0,
  site_in_favour integer not null default 0,
  site_against integer not null default 0,
  site_skipped integer not null default 0
) with (fillfactor = 50);

create table participation_showings (
  item_id uuid not null references participation_items (id) on delete cascade on update cascade,
  voter uuid not null,
  round_id uuid not null,
  channel text not null,
  shown_at timestamptz(3) not null,
  verdict text,
  judged_at timestamptz(3),
  reason text,
  reason_state text,
  heard_by text,
  heard_at timestamptz(3),
  primary key (item_id, voter)
);
create index participation_showings_of_voter on participation_showings (round_id, voter);
create index participation_objections on participation_showings (round_id, judged_at desc) where verdict = 'against' and reason is not null;

create table participation_ballots (
  round_id uuid not null references participation_rounds (id) on delete cascade on update cascade,
  voter uuid not null,
  items uuid[] not null,
  territory_code text,
  at timestamptz(3) not null,
  primary key (round_id, voter)
);

create table participation_progress (
  item_id uuid not null references participation_items (id) on delete cascade on update cascade,
  seq integer not null,
  stage text not null,
  note text not null,
  at timestamptz(3) not null,
  primary key (item_id, seq)
);
