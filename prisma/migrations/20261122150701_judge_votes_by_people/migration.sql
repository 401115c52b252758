-- Whoever told the site who they are votes like in the chat; a browser that nobody knows is counted apart.
alter table participation_counts rename column site_exposures to browser_exposures;
alter table participation_counts rename column site_in_favour to browser_in_favour;
alter table participation_counts rename column site_against to browser_against;
alter table participation_counts rename column site_skipped to browser_skipped;
update participation_showings set channel = 'browser' where channel = 'site';

-- What looks like a machine is set apart until somebody has looked: shown as such, counted for nothing.
alter table participation_counts add column held integer not null default 0;
alter table participation_showings add column standing text not null default 'counted', add column device bytea;
alter table participation_ballots add column standing text not null default 'counted', add column device bytea;
alter table participation_rounds add column integrity_note jsonb;

create table participation_signals (
  round_id uuid not null references participation_rounds (id) on delete cascade on update cascade,
  kind text not null,
  hour timestamptz(3) not null,
  count integer not null,
  told_at timestamptz(3) not null,
  looked_by text,
  looked_at timestamptz(3),
  primary key (round_id, kind, hour)
);
create index participation_signals_waiting on participation_signals (told_at) where looked_at is null;

-- By whose link somebody came to a round; only counted, never shown.
create table participation_arrivals (
  round_id uuid not null references participation_rounds (id) on delete cascade on update cascade,
  voter uuid not null,
  referrer text not null,
  primary key (round_id, voter)
);
