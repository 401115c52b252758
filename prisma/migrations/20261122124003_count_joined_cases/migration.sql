-- The citizen saw that others had told of the same matter, and joined them.
alter table case_signatures add column joined boolean not null default false;
