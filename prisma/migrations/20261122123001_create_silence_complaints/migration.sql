-- A complaint about silence is a case of its own, tied to the ticket that nobody answered in time.
create table silence_complaints (
  appeal_id uuid primary key,
  of_ticket_id uuid not null,
  of_appeal_id uuid not null,
  of_agency_code text not null,
  of_officer_id uuid,
  silent_since date not null,
  filed_at timestamptz(3) not null,
  forwarded_at timestamptz(3),
  forwarded_to text,
  constraint silence_complaints_forwarded check ((forwarded_at is null) = (forwarded_to is null))
);
create unique index silence_complaints_of_ticket_id_key on silence_complaints (of_ticket_id);
create index silence_complaints_of_case on silence_complaints (of_appeal_id);
