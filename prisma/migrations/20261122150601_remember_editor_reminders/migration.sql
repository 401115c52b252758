-- What the editors of a body were last told of a task or of a review: its stage and its day.
alter table knowledge_gaps add column told text;
alter table knowledge_sources add column review_told text;
