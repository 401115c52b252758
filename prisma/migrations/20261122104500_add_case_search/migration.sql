-- Searching cases by words. The Russian configuration stems Russian and leaves Kazakh nearly as it is; both sides of a
-- comparison go through it, and the last letters are left open (`word:*`), which is what an agglutinating language needs.
create index thread_entries_words on thread_entries using gin (to_tsvector('russian', masked_text));
create index appeals_address_words on appeals using gin (to_tsvector('russian', address_text)) where address_text is not null;
create index tickets_by_register_number on tickets (lower(registration_number) text_pattern_ops) where registration_number is not null;
