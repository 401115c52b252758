import { z } from 'zod';
import { MODEL_USES, type ModelUse } from '../../kernel/language-model.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const url = z.string().url();
const ROLES = ['web', 'bot', 'worker'] as const;
export type Role = (typeof ROLES)[number];

/** Every variable Dauys reads, one capability after the other; `.env.example` is printed from here. */
export const VARIABLES = {
  http: {
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(3000)
      .describe('HTTP port of site, console, API and webhooks'),
    HOST: z.string().optional().describe('Address to listen on (127.0.0.1 in simulator mode, 0.0.0.0 otherwise)'),
    PUBLIC_URL: url
      .optional()
      .describe('Address under which people reach this server; derived from HOST and PORT when unset'),
    TRUST_PROXY: flag
      .default(false)
      .describe('true behind a reverse proxy that sets X-Forwarded-For: limits then count the real address'),
    MAP_TILES_URL: z
      .string()
      .regex(/^https?:\/\/[^{}]+\{z\}.*\{x\}.*\{y\}/)
      .optional()
      .describe('Map tiles with {z}, {x} and {y}; unset: the console shows coordinates, district and a link'),
    MAP_TILES_ATTRIBUTION: z
      .string()
      .default('')
      .describe('What the owner of the tiles wants to be written beside them'),
  },
  storage: {
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional()
      .describe('PostgreSQL 15 or newer; unset: an embedded server under DAUYS_DATA_DIR'),
    DAUYS_DATA_DIR: z.string().default('./data').describe('Embedded database, files and generated keys'),
  },
  product: {
    DAUYS_ROLES: z
      .string()
      .default('web,bot,worker')
      .transform((text) => text.split(',').map((role) => role.trim()))
      .pipe(z.array(z.enum(ROLES)).min(1))
      .describe('Which parts run in this process'),
    DAUYS_JURISDICTION: z
      .string()
      .regex(/^[a-z]{2}$/)
      .default('kz')
      .describe('Folder of jurisdictions/ that holds law, calendars and directory'),
    DAUYS_TIMEZONE: z.string().default('Asia/Almaty').describe('Time zone of dates shown to people'),
  },
  secrets: {
    DAUYS_SECRET: z
      .string()
      .min(32)
      .optional()
      .describe('Signing secret, 32 characters or more (generated in simulator mode)'),
    DAUYS_DATA_KEYS: z
      .string()
      .regex(/^[\w-]+:[A-Za-z0-9+/=]+(,[\w-]+:[A-Za-z0-9+/=]+)*$/)
      .optional()
      .describe('Encryption keys id:base64 of 32 bytes, the first one encrypts (generated in simulator mode)'),
  },
  telegram: {
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .optional()
      .describe('Bot token; unset: the simulator runs instead'),
    TELEGRAM_API_ROOT: url.default('https://api.telegram.org').describe('Bot API server'),
    TELEGRAM_WEBHOOK_URL: url.optional().describe('Set: updates arrive at /telegram/webhook; unset: long polling'),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/)
      .optional()
      .describe('Required with TELEGRAM_WEBHOOK_URL'),
    TELEGRAM_SEND_RATE: z.coerce.number().positive().max(1000).default(30).describe('Messages a second for this token'),
  },
  slack: {
    SLACK_BOT_TOKEN: z.string().optional().describe('Slack bot token'),
    SLACK_SIGNING_SECRET: z.string().optional().describe('Signing secret of the Slack app (HTTP events)'),
    SLACK_APP_TOKEN: z.string().optional().describe('Set: Socket Mode; unset: events at /slack/events'),
    SLACK_API_URL: url.optional().describe('Slack Web API root'),
  },
  models: {
    OPENAI_API_KEY: z.string().optional().describe('Key of a compatible language-model server; unset: local defaults'),
    OPENAI_BASE_URL: url.optional().describe('Root of the compatible server'),
    LLM_MODEL: z
      .string()
      .optional()
      .describe('Text model; needed with a key or an address, otherwise no text model is used'),
    LLM_SWITCHED_OFF: z
      .string()
      .transform((text) => text.split(',').map((use) => use.trim()))
      .pipe(z.array(z.enum(MODEL_USES)))
      .optional()
      .describe(`Uses for which the text model is not asked: ${MODEL_USES.join(', ')}`),
    LLM_TOKENS_PER_HOUR: z.coerce
      .number()
      .int()
      .min(0)
      .default(500_000)
      .describe('Tokens each use may take in an hour, in each process'),
    EMBEDDING_MODEL: z.string().optional().describe('Embedding model'),
    TRANSCRIPTION_MODEL: z.string().optional().describe('Speech model'),
    TRANSCRIPTION_BASE_URL: url.optional().describe('Root of the server of the speech model, when it is another one'),
    TRANSCRIPTION_API_KEY: z.string().optional().describe('Key of that other server'),
    TRANSCRIPTION_IN_COUNTRY: flag
      .default(false)
      .describe('The speech model stands in the country: recordings go to it without a question each time'),
  },
  mail: {
    SMTP_URL: z.string().optional().describe('smtp:// or smtps:// address; unset: no mail is sent'),
    MAIL_FROM: z.string().optional().describe('Sender address of mail'),
    MAIL_INBOUND_ADDRESS: z
      .email()
      .optional()
      .describe('Mailbox whose mail is handed to /email/inbound; replies carry a tag after its name'),
    MAIL_INBOUND_SECRET: z
      .string()
      .min(24)
      .optional()
      .describe('Signing secret of that hand-over; required with MAIL_INBOUND_ADDRESS unless IMAP_URL is set'),
    IMAP_URL: z
      .string()
      .regex(/^imaps?:\/\//)
      .optional()
      .describe('imaps://user:password@host/INBOX: the mailbox of MAIL_INBOUND_ADDRESS, read every half minute'),
    IMAP_AUTHSERV_ID: z
      .string()
      .optional()
      .describe('Name with which that mail server stamps Authentication-Results; required with IMAP_URL'),
  },
  identity: {
    OIDC_ISSUER: url.optional().describe('eID provider for verified signatures and staff sign-in'),
    OIDC_CLIENT_ID: z.string().optional().describe('Client id at the provider'),
    OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret at the provider'),
  },
  operation: {
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info')
      .describe('Log level'),
    DAUYS_DEMO: flag
      .optional()
      .describe('Seed demonstration officers and the knowledge of a model city (default: true in simulator mode)'),
    DAUYS_SIMULATOR_LIMITS: flag.default(true).describe('The simulator enforces the published rate limits of Telegram'),
  },
} as const;

type Parsed<Group extends Record<string, z.ZodType>> = { [Name in keyof Group]: z.infer<Group[Name]> };
type Environment = Parsed<typeof VARIABLES.http> &
  Parsed<typeof VARIABLES.storage> &
  Parsed<typeof VARIABLES.product> &
  Parsed<typeof VARIABLES.secrets> &
  Parsed<typeof VARIABLES.telegram> &
  Parsed<typeof VARIABLES.slack> &
  Parsed<typeof VARIABLES.models> &
  Parsed<typeof VARIABLES.mail> &
  Parsed<typeof VARIABLES.identity> &
  Parsed<typeof VARIABLES.operation>;

export type TelegramConfig =
  | { mode: 'simulator'; sendRate: number; limits: boolean }
  | { mode: 'polling'; token: string; apiRoot: string; sendRate: number }
  | { mode: 'webhook'; token: string; apiRoot: string; sendRate: number; webhookUrl: string; webhookSecret: string };

export interface Config {
  readonly http: {
    port: number;
    host: string;
    publicUrl: string | undefined;
    trustProxy: boolean;
    tiles: { url: string; attribution: string } | undefined;
  };
  readonly storage: { databaseUrl: string | undefined; dataDir: string };
  readonly product: { roles: readonly Role[]; jurisdiction: string; timezone: string; demo: boolean };
  readonly secrets: { secret: string | undefined; dataKeys: string | undefined };
  readonly telegram: TelegramConfig;
  readonly slack: {
    botToken: string | undefined;
    signingSecret: string | undefined;
    appToken: string | undefined;
    apiUrl: string | undefined;
  };
  readonly models: {
    apiKey: string | undefined;
    baseUrl: string | undefined;
    textModel: string | undefined;
    switchedOff: readonly ModelUse[];
    tokensPerHour: number;
    embeddingModel: string | undefined;
    transcription: {
      model: string | undefined;
      apiKey: string | undefined;
      baseUrl: string | undefined;
      /** Nothing of a recording leaves the country, so nobody is asked each time. */
      inCountry: boolean;
    };
  };
  readonly mail: {
    smtpUrl: string | undefined;
    from: string | undefined;
    /** Replies by mail; null where nobody hands them over. */
    inbound: {
      replyBase: string;
      secret: string | null;
      imap: { url: string; authserv: string } | null;
    } | null;
  };
  readonly identity: { issuer: string | undefined; clientId: string | undefined; clientSecret: string | undefined };
  readonly logLevel: string;
}

/** The configuration is unusable; `problems` is the whole list, one sentence each, with no secret in it. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const OWN_PREFIXES = /^(DAUYS|TELEGRAM|SLACK|OIDC)_/;

export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const shape: Record<string, z.ZodType> = Object.assign({}, ...Object.values(VARIABLES));
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in shape && value !== ''));
  const result = z.object(shape).safeParse(given);
  const problems = result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  for (const name of Object.keys(env)) {
    if (OWN_PREFIXES.test(name) && !(name in shape)) problems.push(`${name}: no such variable`);
  }
  if (!result.success) throw new ConfigError(problems);
  const values = result.data as Environment;
  const telegram = telegramConfig(values, problems);
  const inbound = inboundMail(values, problems);
  if (telegram.mode !== 'simulator') {
    for (const name of ['DAUYS_SECRET', 'DAUYS_DATA_KEYS'] as const) {
      if (!values[name]) problems.push(`${name}: required with a real bot token`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    http: {
      port: values.PORT,
      host: values.HOST ?? (telegram.mode === 'simulator' ? '127.0.0.1' : '0.0.0.0'),
      publicUrl: values.PUBLIC_URL,
      trustProxy: values.TRUST_PROXY,
      tiles: values.MAP_TILES_URL
        ? { url: values.MAP_TILES_URL, attribution: values.MAP_TILES_ATTRIBUTION }
        : undefined,
    },
    storage: { databaseUrl: values.DATABASE_URL, dataDir: values.DAUYS_DATA_DIR },
    product: {
      roles: values.DAUYS_ROLES,
      jurisdiction: values.DAUYS_JURISDICTION,
      timezone: values.DAUYS_TIMEZONE,
      demo: values.DAUYS_DEMO ?? telegram.mode === 'simulator',
    },
    secrets: { secret: values.DAUYS_SECRET, dataKeys: values.DAUYS_DATA_KEYS },
    telegram,
    slack: {
      botToken: values.SLACK_BOT_TOKEN,
      signingSecret: values.SLACK_SIGNING_SECRET,
      appToken: values.SLACK_APP_TOKEN,
      apiUrl: values.SLACK_API_URL,
    },
    models: {
      apiKey: values.OPENAI_API_KEY,
      baseUrl: values.OPENAI_BASE_URL,
      textModel: values.LLM_MODEL,
      switchedOff: values.LLM_SWITCHED_OFF ?? [],
      tokensPerHour: values.LLM_TOKENS_PER_HOUR,
      embeddingModel: values.EMBEDDING_MODEL,
      transcription: {
        model: values.TRANSCRIPTION_MODEL,
        apiKey: values.TRANSCRIPTION_BASE_URL ? values.TRANSCRIPTION_API_KEY : values.OPENAI_API_KEY,
        baseUrl: values.TRANSCRIPTION_BASE_URL ?? values.OPENAI_BASE_URL,
        inCountry: values.TRANSCRIPTION_IN_COUNTRY,
      },
    },
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM, inbound },
    identity: { issuer: values.OIDC_ISSUER, clientId: values.OIDC_CLIENT_ID, clientSecret: values.OIDC_CLIENT_SECRET },
    logLevel: values.LOG_LEVEL,
  };
}

function inboundMail(values: Environment, problems: string[]): Config['mail']['inbound'] {
  const { MAIL_INBOUND_ADDRESS: replyBase, MAIL_INBOUND_SECRET: secret, IMAP_URL: url, IMAP_AUTHSERV_ID } = values;
  if (!replyBase && !secret && !url) return null;
  if (url && !IMAP_AUTHSERV_ID) problems.push('IMAP_AUTHSERV_ID: required with IMAP_URL');
  if (replyBase && (secret || url)) {
    const imap = url && IMAP_AUTHSERV_ID ? { url, authserv: IMAP_AUTHSERV_ID } : null;
    return { replyBase, secret: secret ?? null, imap };
  }
  problems.push('MAIL_INBOUND_ADDRESS: set it together with MAIL_INBOUND_SECRET or IMAP_URL');
  return null;
}

function telegramConfig(values: Environment, problems: string[]): TelegramConfig {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_SEND_RATE: sendRate } = values;
  if (!token) return { mode: 'simulator', sendRate, limits: values.DAUYS_SIMULATOR_LIMITS };
  if (!values.TELEGRAM_WEBHOOK_URL) return { mode: 'polling', token, apiRoot, sendRate };
  if (!values.TELEGRAM_WEBHOOK_SECRET) problems.push('TELEGRAM_WEBHOOK_SECRET: required with TELEGRAM_WEBHOOK_URL');
  return {
    mode: 'webhook',
    token,
    apiRoot,
    sendRate,
    webhookUrl: values.TELEGRAM_WEBHOOK_URL,
    webhookSecret: values.TELEGRAM_WEBHOOK_SECRET ?? '',
  };
}
