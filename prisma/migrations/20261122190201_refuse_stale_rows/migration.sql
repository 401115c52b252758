-- Saving what was read earlier: when somebody else was first, the whole command fails, without anybody waiting to look.
create function refuse_stale_row() returns boolean language plpgsql as $$
begin
  raise exception 'the row was changed meanwhile' using errcode = 'DY409';
end $$;
