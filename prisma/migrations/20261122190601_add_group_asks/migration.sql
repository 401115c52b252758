-- How often a group, and a person in any group, asked since a moment: shared by all processes of a bot, kept about a minute.
create table telegram_group_asks (
  key text primary key,
  since timestamptz(3) not null,
  asked integer not null default 0 check (asked >= 0),
  told boolean not null default false
);
create index telegram_group_asks_since on telegram_group_asks (since);
