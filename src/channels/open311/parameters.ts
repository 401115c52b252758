import { z } from 'zod';
import { parseCaseNumber } from '../../appeals/index.ts';
import { Language } from '../../kernel/language.ts';
import { Open311Error } from './open311-error.ts';
import type { RequestQuery } from './open311-repository.ts';
import { REQUEST_KINDS } from './services.ts';

const DAY_MS = 86_400_000;
export const MAX_SPAN_DAYS = 90;
export const MAX_ROWS = 1000;
const MAX_IDS = 200;

/** An empty parameter is one that was not given. */
export type Parameters = Readonly<Record<string, string>>;

export function readParameters(pairs: Iterable<readonly [string, string]>): Parameters {
  return Object.fromEntries([...pairs].filter(([, value]) => value.trim() !== ''));
}

const Latitude = z.coerce.number().min(-90).max(90);
const Longitude = z.coerce.number().min(-180).max(180);
const text = (most: number) => z.string().trim().max(most).optional();

const Filing = z.object({
  service_code: z.string({ error: 'service_code was not provided' }),
  lat: Latitude.optional(),
  long: Longitude.optional(),
  address_string: text(500),
  address_id: text(40),
  email: text(254),
  device_id: text(200),
  account_id: text(200),
  first_name: text(60),
  last_name: text(60),
  phone: text(40),
  description: text(4000),
  media_url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  'attribute[kind]': z.enum(REQUEST_KINDS).optional(),
  'attribute[language]': Language.optional(),
});
export type Filing = z.infer<typeof Filing>;

/** The request that a client files, or the first thing that is wrong with it. */
export function readFiling(parameters: Parameters): Filing {
  const parsed = Filing.safeParse(parameters);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = issue?.path.join('.') ?? 'request';
    const missing = name === 'service_code';
    throw new Open311Error(
      400,
      missing ? 'service_code was not provided' : `${name} is not valid: ${issue?.message ?? ''}`,
    );
  }
  const { lat, long, address_string, address_id } = parsed.data;
  if ((lat === undefined) !== (long === undefined)) throw new Open311Error(400, 'lat and long must be given together');
  if (lat === undefined && !address_string && !address_id) {
    throw new Open311Error(400, 'a location was not provided: lat and long, address_string or address_id');
  }
  return parsed.data;
}

const W3cInstant = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.datetime({ local: true }).transform((local) => `${local}Z`),
  z.iso.date(),
]);

function instant(name: string, value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  // A plus that was not encoded arrives as a space.
  const parsed = W3cInstant.safeParse(value.replace(/ (?=\d{2}:?\d{2}$)/, '+'));
  if (!parsed.success) throw new Open311Error(400, `${name} is not a W3C date and time`);
  return new Date(parsed.data);
}

/** `472-918-9,4729189`: separators are forgiven, what cannot be a number is simply not found. */
export function readNumbers(list: string): string[] {
  const written = list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (written.length > MAX_IDS)
    throw new Open311Error(400, `at most ${MAX_IDS} service_request_id may be asked for at once`);
  return written.flatMap((each) => parseCaseNumber(each) ?? []);
}

/** The dates asked for: by default the last ninety days, never more. */
export function readSpan(parameters: Parameters, now: Date): { from: Date; until: Date } {
  const start = instant('start_date', parameters.start_date);
  const end = instant('end_date', parameters.end_date);
  const until = end ?? (start ? new Date(Math.min(now.getTime(), start.getTime() + MAX_SPAN_DAYS * DAY_MS)) : now);
  const from = start ?? new Date(until.getTime() - MAX_SPAN_DAYS * DAY_MS);
  if (from > until && start && end) throw new Open311Error(400, 'start_date is after end_date');
  if (until.getTime() - from.getTime() > MAX_SPAN_DAYS * DAY_MS) {
    throw new Open311Error(400, `start_date and end_date may not span more than ${MAX_SPAN_DAYS} days`);
  }
  return { from, until };
}

export function readRequestQuery(parameters: Parameters, now: Date): RequestQuery {
  const { service_request_id, service_code, status } = parameters;
  const page = whole('page', parameters.page, 1, 1_000_000);
  const limit = whole('page_size', parameters.page_size, MAX_ROWS, MAX_ROWS);
  const paging = { limit, offset: (page - 1) * limit };
  if (service_request_id !== undefined) return { numbers: readNumbers(service_request_id), ...paging };
  const statuses = new Set((status ?? 'open,closed').split(',').map((each) => each.trim()));
  for (const each of statuses)
    if (each !== 'open' && each !== 'closed') throw new Open311Error(400, 'status must be open or closed');
  return {
    ...readSpan(parameters, now),
    ...(service_code === undefined ? {} : { serviceCodes: service_code.split(',').map((code) => code.trim()) }),
    ...(statuses.size === 2 ? {} : { isOpen: statuses.has('open') }),
    ...paging,
  };
}

function whole(name: string, value: string | undefined, otherwise: number, most: number): number {
  if (value === undefined) return otherwise;
  const parsed = z.coerce.number().int().min(1).max(most).safeParse(value);
  if (!parsed.success) throw new Open311Error(400, `${name} must be a whole number from 1 to ${most}`);
  return parsed.data;
}
