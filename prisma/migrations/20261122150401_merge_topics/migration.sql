-- Topics that nobody could tell apart from a message, and that one body answers by one procedure, became one
-- (jurisdictions/<code>/topics/former.tsv). The journal keeps what it said; these rows say what it counts as.
create temporary table merged_topics (former text primary key, present text not null);
insert into merged_topics (former, present) values
  ('school.bullying', 'school.teacher'),
  ('kindergarten.quality', 'kindergarten.queue'),
  ('health.clinic_attach', 'health.appointment'),
  ('health.hospital', 'health.doctor'),
  ('consumer.prices', 'trade.street'),
  ('housing.overhaul', 'housing.osi'),
  ('tax.business', 'tax.individual'),
  ('transport.air', 'transport.railway'),
  ('utility.meter', 'utility.bill'),
  ('agro.crops', 'agro.subsidy'),
  ('housing.noise', 'police.public_order'),
  ('police.inaction', 'police.crime'),
  ('green.tree_felling', 'green.park'),
  ('land.dispute', 'land.plot'),
  ('finance.collectors', 'finance.bank'),
  ('telecom.mobile', 'telecom.internet'),
  ('justice.alimony', 'justice.bailiff'),
  ('labour.dismissal', 'labour.wages'),
  ('culture.heritage', 'culture.events'),
  ('edu.grant', 'edu.university'),
  ('migration.registration', 'doc.id'),
  ('build.noise', 'build.illegal'),
  ('eco.plant', 'eco.air'),
  ('transport.bus_stop', 'transport.route'),
  ('housing.emergency_house', 'housing.queue'),
  ('road.sidewalk', 'road.surface');

update appeals set topic_id = m.present from merged_topics m where appeals.topic_id = m.former;
update tickets set topic_id = m.present from merged_topics m where tickets.topic_id = m.former;
update answer_templates set topic = m.present from merged_topics m where answer_templates.topic = m.former;
update agency_channels set topic = m.present from merged_topics m where agency_channels.topic = m.former;
update routing_opinions set preferred_topic = m.present from merged_topics m where routing_opinions.preferred_topic = m.former;
update routing_examples set topic_id = m.present from merged_topics m where routing_examples.topic_id = m.former;
update routing_examples set proposed_topic_id = m.present from merged_topics m where routing_examples.proposed_topic_id = m.former;
update case_signatures set topic_id = m.present from merged_topics m where case_signatures.topic_id = m.former;
update case_clusters set topic_id = m.present from merged_topics m where case_clusters.topic_id = m.former;
update figure_facts set topic_id = m.present from merged_topics m where figure_facts.topic_id = m.former;
update news_subscriptions set topic = m.present from merged_topics m where news_subscriptions.topic = m.former;

update knowledge_sources set topics = array(
  select distinct coalesce(m.present, each.topic) from unnest(topics) as each(topic) left join merged_topics m on m.former = each.topic)
where topics && array(select former from merged_topics);
update announcements set topics = array(
  select distinct coalesce(m.present, each.topic) from unnest(topics) as each(topic) left join merged_topics m on m.former = each.topic)
where topics && array(select former from merged_topics);

insert into category_settings select (jsonb_populate_record(c, jsonb_build_object('topic', m.present))).*
from category_settings c join merged_topics m on m.former = c.topic
on conflict (topic) do nothing;
delete from category_settings where topic in (select former from merged_topics);

-- Proposals that nobody has decided about yet still offer their topics.
do $$
declare one record;
begin
  for one in select * from merged_topics loop
    update appeals set routing = replace(routing::text, '"' || one.former || '"', '"' || one.present || '"')::jsonb
    where state in ('draft', 'in_triage') and routing::text like '%"' || one.former || '"%';
  end loop;
end $$;

-- Counts add up.
insert into figure_cells (scope, key, month, received, passed_on, withdrawn, registered_in_time, registered_late, unregistered_late, law_in_time, law_late, law_overdue, promise_in_time, promise_late, promise_overdue, answered, extended, disputed, resolved, partly, unresolved, silent)
select c.scope, m.present, c.month, sum(c.received), sum(c.passed_on), sum(c.withdrawn), sum(c.registered_in_time), sum(c.registered_late), sum(c.unregistered_late), sum(c.law_in_time), sum(c.law_late), sum(c.law_overdue), sum(c.promise_in_time), sum(c.promise_late), sum(c.promise_overdue), sum(c.answered), sum(c.extended), sum(c.disputed), sum(c.resolved), sum(c.partly), sum(c.unresolved), sum(c.silent)
from figure_cells c join merged_topics m on m.former = c.key where c.scope = 'topic' group by 1, 2, 3
on conflict (scope, key, month) do update set
  received = figure_cells.received + excluded.received,
  passed_on = figure_cells.passed_on + excluded.passed_on,
  withdrawn = figure_cells.withdrawn + excluded.withdrawn,
  registered_in_time = figure_cells.registered_in_time + excluded.registered_in_time,
  registered_late = figure_cells.registered_late + excluded.registered_late,
  unregistered_late = figure_cells.unregistered_late + excluded.unregistered_late,
  law_in_time = figure_cells.law_in_time + excluded.law_in_time,
  law_late = figure_cells.law_late + excluded.law_late,
  law_overdue = figure_cells.law_overdue + excluded.law_overdue,
  promise_in_time = figure_cells.promise_in_time + excluded.promise_in_time,
  promise_late = figure_cells.promise_late + excluded.promise_late,
  promise_overdue = figure_cells.promise_overdue + excluded.promise_overdue,
  answered = figure_cells.answered + excluded.answered,
  extended = figure_cells.extended + excluded.extended,
  disputed = figure_cells.disputed + excluded.disputed,
  resolved = figure_cells.resolved + excluded.resolved,
  partly = figure_cells.partly + excluded.partly,
  unresolved = figure_cells.unresolved + excluded.unresolved,
  silent = figure_cells.silent + excluded.silent;
delete from figure_cells where scope = 'topic' and key in (select former from merged_topics);
insert into figure_waits (scope, key, month, days, tickets)
select w.scope, m.present, w.month, w.days, sum(w.tickets)
from figure_waits w join merged_topics m on m.former = w.key where w.scope = 'topic' group by 1, 2, 3, 4
on conflict (scope, key, month, days) do update set tickets = figure_waits.tickets + excluded.tickets;
delete from figure_waits where scope = 'topic' and key in (select former from merged_topics);

drop table merged_topics;
