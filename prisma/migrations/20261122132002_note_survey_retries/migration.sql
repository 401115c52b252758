alter table survey_recipients add column retried boolean not null default false;
