-- Who has which case open now is asked every second while somebody works in the console.
create index seen_tickets_by_time on seen_tickets (at);
