-- Pages by due date are read from the place where they begin, for one body and for all, however many tickets are closed.
create index tickets_open_of_body on tickets (agency_code, (coalesce(due_on, date '9999-12-31')), id) include (state, officer_id, procedure, due_on)
  where state in ('delivered', 'registered', 'disputed', 'with_monitors');
create index tickets_open_by_due on tickets ((coalesce(due_on, date '9999-12-31')), id)
  where state in ('delivered', 'registered', 'disputed', 'with_monitors');
create index tickets_open_of_officer on tickets (officer_id, (coalesce(due_on, date '9999-12-31')), id)
  where state in ('delivered', 'registered', 'disputed', 'with_monitors');
create index tickets_disputed_by_due on tickets ((coalesce(due_on, date '9999-12-31')), id) where state in ('disputed', 'with_monitors');
create index tickets_answered_of_body on tickets (agency_code, (coalesce(due_on, date '9999-12-31')), id) where state = 'answered';
create index tickets_answered_by_due on tickets ((coalesce(due_on, date '9999-12-31')), id) where state = 'answered';
create index tickets_done_of_body on tickets (agency_code, (coalesce(due_on, date '9999-12-31')), id)
  where state in ('closed', 'redirected', 'withdrawn');
create index tickets_done_by_due on tickets ((coalesce(due_on, date '9999-12-31')), id) where state in ('closed', 'redirected', 'withdrawn');
-- Of a word that stands in thousands of cases, the newest are looked through (tickets_delivered for one body).
create index tickets_newest on tickets (delivered_at desc);
