alter table notifications add column leaving_at timestamptz(3);
