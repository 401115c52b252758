-- A ticket of a sealed case: seen by the confidants, the head of the body, and whom that head names.
alter table tickets add column sealed boolean not null default false;
update tickets t set sealed = true from appeals a where a.id = t.appeal_id and a.sensitive;
