-- Titles and synonyms have an index of their own: among many cards, the ones called what was asked are looked at first.
alter table knowledge_passages add column heading tsvector;
update knowledge_passages set heading = array_to_tsvector(regexp_split_to_array(array_to_string(phrases, ' '), ' +')) where phrases <> '{}';
update knowledge_passages set heading = '' where heading is null;
alter table knowledge_passages alter column heading set not null;
create index knowledge_passages_by_heading on knowledge_passages using gin (heading);
