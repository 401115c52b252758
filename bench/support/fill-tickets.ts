import type pg from 'pg';

/** So many tickets are open at once, however many lie closed beside them. */
export const OPEN_TICKETS = 100_000;
const AGENCIES = 200;
const CITIZENS = 200_000;

/**
 * Cases and tickets as a country would have them after some years: one body in ten gets most of them, most are closed,
 * texts repeat common words and hold a rare one. `from` and `to` number the cases, so that a table can grow in steps.
 */
export async function fillTickets(client: pg.ClientBase, from: number, to: number): Promise<void> {
  await client.query(`
    insert into citizens (id, language, state, created_at)
    select md5('citizen' || n)::uuid, 'ru', 'active', now() from generate_series(1, ${CITIZENS}) n on conflict do nothing`);
  await client.query(
    `create temporary table fresh as
    select n, md5('appeal' || n)::uuid as appeal_id, md5('ticket' || n)::uuid as ticket_id,
      md5('citizen' || (n * 7919 % ${CITIZENS} + 1))::uuid as citizen_id,
      'body.' || (power((n * 31 % 1000) / 1000.0, 4) * ${AGENCIES})::int as agency_code,
      n <= ${OPEN_TICKETS} as is_open, date '2026-12-01' + (n * 13 % 60 - 20)::int as due_on,
      timestamptz '2026-12-01' - (n % 1500) * interval '1 day' - (n % 86400) * interval '1 second' as at,
      (array['problem', 'complaint', 'question', 'idea'])[abs(hashint8(n)) % 4 + 1] as kind, (array['ru', 'kk', 'en'])[abs(hashint8(n + 1)) % 3 + 1] as language,
      (array['road.pothole', 'light.street', 'water.leak', 'waste.collection', 'transport.bus'])[abs(hashint8(n + 2)) % 5 + 1] as topic_id
    from generate_series($1::bigint, $2::bigint) n`
      .replace('$1', `${from}`)
      .replace('$2', `${to}`),
  );
  await client.query(`
    insert into appeals (id, number, citizen_id, state, kind, language, title, topic_id, address_text, channel, urgent, created_at, submitted_at, closed_at)
    select appeal_id, lpad(n::text, 9, '0'), citizen_id,
      case when n % 2000 = 0 then 'in_triage' when is_open then 'with_agency' else 'closed' end, kind, language,
      'Не работает освещение во дворе, обращение ' || n, topic_id, 'улица Абая, ' || (n % 400), 'telegram', n % 50 = 0, at, at, case when is_open then null else at + interval '20 days' end
    from fresh`);
  await client.query(`
    insert into thread_entries (id, appeal_id, kind, author, author_id, language, masked_text, at)
    select md5('entry' || n)::uuid, appeal_id, 'statement', 'citizen', citizen_id::text, language,
      (array['Не горят фонари', 'Яма на дороге', 'Прорвало трубу', 'Не вывозят мусор', 'Автобус не приходит'])[n % 5 + 1]
        || ', ' || (array['Алматы', 'Астана', 'Шымкент', 'Караганда'])[n % 4 + 1] || ', дом ' || (n % 400) || ', редкость' || (n % 40000), at
    from fresh`);
  await client.query(`
    insert into tickets (id, appeal_id, agency_code, unit_id, officer_id, state, procedure, registration_number, registered_on, promised_on, statutory_on, due_on, hearing_until, risk_band, delivered_at, closed_at)
    select ticket_id, appeal_id, agency_code, md5(agency_code || 'unit' || n % 6)::uuid, case when n % 3 > 0 then md5(agency_code || 'officer' || n % 40)::uuid end,
      case when not is_open then (array['closed', 'closed', 'closed', 'answered', 'redirected', 'withdrawn', 'closed', 'closed'])[case when n % 200 = 3 then 4 else n % 3 + 1 end]
        when n % 9 = 0 then 'disputed' when n % 3 = 0 then 'delivered' else 'registered' end,
      'kz.appk.review', case when n % 3 > 0 then 'Ж-' || n end, case when n % 3 > 0 then due_on - 15 end,
      case when is_open then due_on end, case when n % 3 > 0 and is_open then due_on end, case when is_open then due_on end,
      case when is_open and n % 3 > 0 and n % 97 = 1 then due_on - 3 end, case when n % 11 > 0 then (array['low', 'low', 'low', 'low', 'medium', 'medium', 'high'])[n % 7 + 1] end,
      at, case when is_open then null else at + interval '20 days' end
    from fresh`);
  await client.query('drop table fresh');
}
