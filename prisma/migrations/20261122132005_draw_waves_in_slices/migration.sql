alter table survey_waves add column draw jsonb;
