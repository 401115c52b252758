import { MIGRATIONS, openServer } from '../app/database.ts';
import { readJurisdiction } from '../app/jurisdiction.ts';
import { calendarEndsIn, loadJurisdiction } from '../deadlines/index.ts';
import { zoned } from '../kernel/day.ts';
import { ConfigError } from '../platform/config/config.ts';
import { readEnvironment } from '../platform/config/read-environment.ts';
import { openDatabase } from '../platform/db/database.ts';
import { pendingMigrations } from '../platform/db/migrate.ts';
import { createLog } from '../platform/log/log.ts';
import type { Command } from './command.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `doctor`: is everything there that the product needs? Exit 1 with a list when not. */
export const doctorCommand: Command = async (args, { stdout }) => {
  const findings: Finding[] = [];
  const look = async (check: string, work: () => Promise<string> | string): Promise<void> => {
    try {
      findings.push({ check, ok: true, detail: await work() });
    } catch (error) {
      findings.push({ check, ok: false, detail: error instanceof Error ? error.message : String(error) });
    }
  };

  let config: ReturnType<typeof readEnvironment> | null = null;
  await look('configuration', () => {
    config = readEnvironment();
    return `telegram: ${config.telegram.mode}, roles: ${config.product.roles.join(', ')}`;
  });
  if (config) await lookFurther(config, look);
  const ok = findings.every((finding) => finding.ok);
  if (args.includes('--json')) stdout(`${JSON.stringify({ ok, findings })}\n`);
  else for (const { check, ok: fine, detail } of findings) stdout(`${fine ? 'ok  ' : 'FAIL'} ${check}: ${detail}\n`);
  return ok ? 0 : 1;
};

async function lookFurther(
  config: ReturnType<typeof readEnvironment>,
  look: (check: string, work: () => Promise<string> | string) => Promise<void>,
): Promise<void> {
  const { timezone, jurisdiction } = config.product;
  await look('time zone data', () => {
    const { minuteOfDay } = zoned(new Date('2026-01-01T00:00:00Z'), timezone);
    // Kazakhstan has been UTC+5 everywhere since 1 March 2024; tzdata older than 2024a is an hour off.
    if (timezone === 'Asia/Almaty' && minuteOfDay !== 300)
      throw new ConfigError([`${timezone} is not UTC+5 here: the time zone data are older than 2024a`]);
    return `${timezone} is UTC${minuteOfDay < 720 ? '+' : '-'}${Math.abs(minuteOfDay < 720 ? minuteOfDay : minuteOfDay - 1440) / 60}`;
  });
  await look('jurisdiction', () => {
    const { directory, territories } = readJurisdiction(jurisdiction);
    return `${jurisdiction}: ${directory.agencies.length} bodies, ${territories.units.length} territories`;
  });
  await look('database', async () => {
    const server = await openServer(config, createLog('silent'), { share: true });
    const database = openDatabase(server.url, { maxConnections: 2 });
    try {
      const { rows } = await database.pool.query<{ version: number }>(
        "select current_setting('server_version_num')::int as version",
      );
      const pending = await pendingMigrations(server.url, MIGRATIONS);
      const schema =
        pending.length === 0 ? 'migrations complete' : `${pending.length} migrations will be applied at the next start`;
      return `PostgreSQL ${Math.floor((rows[0]?.version ?? 0) / 10_000)}, ${schema}`;
    } finally {
      await database.close();
      await server.stop();
    }
  });
  await look('calendar', () => {
    const { calendar } = loadJurisdiction(jurisdiction);
    const left = calendarEndsIn(calendar, zoned(new Date(), timezone).on);
    if (left !== null) throw new Error(`the calendar of ${jurisdiction} ends in ${left} days: import the next year`);
    return `covered until ${calendar.coveredUntil}`;
  });
  if (config.telegram.mode !== 'simulator') {
    const { apiRoot, token } = config.telegram;
    await look('telegram', async () => {
      const response = await fetch(`${apiRoot}/bot${token}/getMe`, { signal: AbortSignal.timeout(10_000) }).catch(
        () => null,
      );
      if (!response?.ok)
        throw new Error(response ? `Telegram refuses the token (${response.status})` : 'Telegram cannot be reached');
      return 'the token works';
    });
  }
}
