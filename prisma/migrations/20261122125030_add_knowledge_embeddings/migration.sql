-- Meanings of passages as numbers of one model; compared in the process, so no extension is needed.
create table knowledge_embeddings (
  passage_id uuid primary key references knowledge_passages (id) on update cascade on delete cascade,
  model text not null,
  vector bytea not null
);
create index knowledge_embeddings_by_model on knowledge_embeddings (model);
