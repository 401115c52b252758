-- Support given on the site: a crowd behind one browser can be noticed, as it is among signatures.
alter table petition_supports add column device bytea;
