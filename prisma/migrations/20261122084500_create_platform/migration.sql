create table command_keys (
  key text primary key,
  result jsonb,
  at timestamptz(3) not null
);
create index command_keys_by_age on command_keys (at);

create table business_clock (
  id integer primary key check (id = 1),
  offset_ms bigint not null
);
insert into business_clock (id, offset_ms) values (1, 0);

-- Transaction time plus the simulator's offset: all statements of one transaction agree on it.
create function business_now() returns timestamptz(3) language sql stable as $$
  select (now() + (select offset_ms from business_clock where id = 1) * interval '1 millisecond')::timestamptz(3)
$$;
