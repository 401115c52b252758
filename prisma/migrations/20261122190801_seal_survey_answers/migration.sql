-- What people are shown of a quota moves on with the answers that are counted, never with a single one.
alter table survey_quota_counts add column shown integer not null default 0;
update survey_quota_counts set shown = finished;
