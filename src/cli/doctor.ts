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

type Look = (check: string, work: () => Promise<string> | string) => Promise<void>;

/** Null: nobody answered in ten seconds. An address may hold a token, so an error's own words are never shown. */
const reach = (address: string, headers: Record<string, string> = {}): Promise<Response | null> =>
  fetch(address, { headers, signal: AbortSignal.timeout(10_000) }).catch(() => null);

async function lookFurther(config: ReturnType<typeof readEnvironment>, look: Look): Promise<void> {
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
  await lookOutside(config, look);
}

/** Whoever the product will call: each answers, or is named. Nothing is sent that anybody would see. */
async function lookOutside(config: ReturnType<typeof readEnvironment>, look: Look): Promise<void> {
  if (config.models.textModel)
    await look('language model', async () => {
      const root = config.models.baseUrl ?? 'https://api.openai.com/v1';
      const key = config.models.apiKey;
      const response = await reach(`${root.replace(/\/$/, '')}/models`, key ? { authorization: `Bearer ${key}` } : {});
      if (!response) throw new Error('the model server cannot be reached; answers will be the passages themselves');
      if (response.status === 401 || response.status === 403) throw new Error('the model server refuses the key');
      return `the server answers; ${config.models.textModel} will be asked`;
    });
  if (config.mail.smtpUrl)
    await look('mail', async () => {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport(config.mail.smtpUrl, { connectionTimeout: 10_000 } as object);
      await transport.verify().catch(() => {
        throw new Error('the mail server cannot be reached or refuses the sign-in');
      });
      return config.mail.from ? `letters leave as ${config.mail.from}` : 'the server answers';
    });
  if (config.telegram.mode !== 'simulator') {
    const { apiRoot, token } = config.telegram;
    await look('telegram', async () => {
      const response = await reach(`${apiRoot}/bot${token}/getMe`);
      if (!response?.ok)
        throw new Error(response ? `Telegram refuses the token (${response.status})` : 'Telegram cannot be reached');
      return 'the token works';
    });
  }
}
