-- For the reports about terms: what reached a body in a period, and what was answered lately.
create index tickets_delivered on tickets (agency_code, delivered_at);
create index tickets_answered on tickets (answered_at desc) where answered_at is not null;
