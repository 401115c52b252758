-- Of several matters in one message each body corrects the points of its own: empty for a message about one.
alter table case_points add column matter_key text not null default '';
alter table case_points drop constraint case_points_pkey;
alter table case_points add primary key (appeal_id, matter_key, position);
