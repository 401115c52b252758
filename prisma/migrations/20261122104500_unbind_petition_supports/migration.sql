-- A foreign key makes every insert lock the row it points at: on a viral petition all supports queued for one row.
-- They are only ever inserted from that row (`insert … select … from petitions`), and petitions are never deleted.
alter table petition_supports drop constraint petition_supports_petition_id_fkey;
alter table petition_signatures drop constraint petition_signatures_petition_id_fkey;
