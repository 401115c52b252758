-- Versions that stopped holding after people had been answered from them: who is to be told, and whether all have been.
create table knowledge_recalls (
  version_id uuid primary key references knowledge_versions (id) on update cascade on delete cascade,
  source_id text not null,
  reason text not null,
  since timestamptz(3) not null,
  tried_at timestamptz(3),
  done_at timestamptz(3)
);
create index knowledge_recalls_waiting on knowledge_recalls (done_at, tried_at);

-- Whoever asked what nobody could answer hears once, when the answer is there.
alter table knowledge_answers add column gap_told_at timestamptz(3);
create index knowledge_gaps_by_source on knowledge_gaps (source_id);
