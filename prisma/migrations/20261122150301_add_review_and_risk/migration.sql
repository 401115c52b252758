alter table tickets add column hearing_until date, add column review_on date, add column risk_band text;

-- The inbox narrowed to a stage or to a risk walks its own index, by due date.
create index tickets_in_hearing_of_body on tickets (agency_code, (coalesce(due_on, date '9999-12-31')), id)
  where state = 'registered' and hearing_until is not null;
create index tickets_in_hearing on tickets ((coalesce(due_on, date '9999-12-31')), id)
  where state = 'registered' and hearing_until is not null;
create index tickets_by_risk_of_body on tickets (agency_code, risk_band, (coalesce(due_on, date '9999-12-31')), id)
  where state in ('delivered', 'registered') and risk_band is not null;
create index tickets_by_risk on tickets (risk_band, (coalesce(due_on, date '9999-12-31')), id)
  where state in ('delivered', 'registered') and risk_band is not null;

-- Hearings that are open now; the day stands in the notice that the citizen got.
update tickets t set hearing_until = sent.until_on
from (
  select distinct on (ticket_id) ticket_id, (details ->> 'objectionDueOn')::date as until_on from thread_entries
  where kind = 'notice' and details ->> 'notice' = 'preliminary_decision' order by ticket_id, at desc
) sent
where sent.ticket_id = t.id and t.state = 'registered';

-- The post that the law names when it says who may decide an extension; a supervisor without one is the head.
alter table staff add column post text;
