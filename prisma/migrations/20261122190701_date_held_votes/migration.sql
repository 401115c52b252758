-- What is set apart is decided on by a day that everybody sees; until then nothing of it is final.
alter table petitions add column held_due_on date;
alter table participation_rounds add column held_due_on date;
-- The desk is told of its own lateness once.
alter table participation_rounds add column held_late_at timestamptz(3);
-- What is held already gets its term from now.
update petitions set held_due_on = current_date + 5
  where id in (select petition_id from petition_supports where state = 'held');
insert into petition_timers (petition_id, kind, subject_id, due_at)
  select id, 'held_overdue', '', held_due_on + 1 from petitions where held_due_on is not null;
update participation_rounds r set held_due_on = current_date + 5
  where exists (select 1 from participation_ballots b where b.round_id = r.id and b.standing = 'held')
    or exists (select 1 from participation_showings s where s.round_id = r.id and s.standing = 'held');
