import { METHOD_TABLE, TYPE_TABLE } from './bot-api-table.ts';
import { badRequest } from './telegram-error.ts';

interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly types: readonly string[];
}

type Shape = { readonly fields: ReadonlyMap<string, Field> } | { readonly anyOf: readonly string[] };
export type Parameters = Record<string, unknown>;

const methods = new Map(rows(METHOD_TABLE).map(([name, ...fields]) => [name ?? '', fieldsOf(fields)]));
const types = new Map<string, Shape>(
  rows(TYPE_TABLE).map(([name, first, ...rest]): [string, Shape] =>
    first === '='
      ? [name ?? '', { anyOf: (rest[0] ?? '').split('|') }]
      : [name ?? '', { fields: fieldsOf(first ? [first, ...rest] : []) }],
  ),
);

const byLowerCase = new Map([...methods.keys()].map((name) => [name.toLowerCase(), name]));

/** Method names are not case-sensitive. */
export const methodName = (name: string): string | undefined => byLowerCase.get(name.toLowerCase());

/** Wording where Telegram has words of its own for a missing parameter. */
const MISSING: Record<string, string> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  message_id: 'message identifier is not specified',
  from_chat_id: 'chat_id is empty',
  user_id: 'invalid user_id specified',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  voice: 'there is no voice in the request',
  audio: 'there is no audio in the request',
  video: 'there is no video in the request',
  media: 'media is empty',
  action: 'wrong parameter action in request',
  question: 'poll question must be non-empty',
  options: 'poll must have at least 1 answer option',
  file_id: 'file_id is empty',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  phone_number: 'phone number must be non-empty',
  message_thread_id: 'message thread not found',
};

/**
 * Brings the parameters of a request into their types (forms and multipart carry only strings) and refuses what the
 * table does not allow. Strict mode is stricter than Telegram: it also refuses names the table does not know.
 */
export function validate(method: string, raw: Parameters, isStrict: boolean): Parameters {
  const fields = methods.get(method);
  if (!fields) throw new Error(`${method} is not in the table`);
  const values: Parameters = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || value === null) continue;
    const field = fields.get(name);
    if (field) values[name] = coerce(value, field, name, isStrict);
    else if (isStrict) throw badRequest(`unknown parameter "${name}" of ${method}`);
  }
  for (const { name, isRequired } of fields.values()) {
    if (isRequired && (values[name] === undefined || values[name] === '')) {
      throw badRequest(MISSING[name] ?? `parameter "${name}" is required`);
    }
  }
  return values;
}

function coerce(value: unknown, { types: allowed }: Pick<Field, 'types'>, path: string, isStrict: boolean): unknown {
  const isObjectish = allowed.some((type) => type.startsWith('[]') || (/^[A-Z]/.test(type) && !isScalar(type)));
  let candidate = value;
  if (typeof value === 'string' && isObjectish && !(allowed.includes('String') && !/^\s*[[{]/.test(value))) {
    if (allowed.includes('InputFile')) return value;
    try {
      candidate = JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${readable(path)} JSON object`);
    }
  }
  const chosen = candidates(candidate, allowed);
  let problem: unknown;
  for (const type of chosen) {
    try {
      return coerceTo(candidate, type, path, isStrict);
    } catch (error) {
      problem ??= error;
    }
  }
  throw problem ?? badRequest(`invalid ${path} specified`);
}

/** Of the types allowed, those that the value may be meant as: by its `type`, then by the fields it must have. */
function candidates(value: unknown, allowed: readonly string[]): readonly string[] {
  if (allowed.length < 2) return allowed;
  if (Array.isArray(value)) return [`[]${allowed.map((type) => type.replace(/^\[\]/, '')).join('|')}`];
  if (typeof value !== 'object' || value === null) return allowed;
  const tag = 'type' in value ? String(value.type).replaceAll('_', '') : '';
  const tagged = allowed.filter((type) => tag !== '' && type.toLowerCase().endsWith(tag));
  const shortest = tagged.sort((one, other) => one.length - other.length)[0];
  if (shortest) return [shortest];
  const complete = allowed.filter((type) => {
    const shape = types.get(type);
    return (
      shape && 'fields' in shape && [...shape.fields.values()].every((one) => !one.isRequired || one.name in value)
    );
  });
  return complete.length > 0 ? complete : allowed;
}

const isScalar = (type: string) => ['Integer', 'Float', 'String', 'Boolean', 'InputFile'].includes(type);
const readable = (path: string) => path.split('.')[0]?.replaceAll('_', ' ') ?? path;

function coerceTo(value: unknown, type: string, path: string, isStrict: boolean): unknown {
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) throw badRequest(`can't parse ${readable(path)}: expected an Array in "${path}"`);
    const itemTypes = type.slice(2).split('|');
    return value.map((item, position) => coerce(item, { types: itemTypes }, `${path}.${position}`, isStrict));
  }
  switch (type) {
    case 'Integer':
    case 'Float': {
      const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
      const isFine =
        typeof number === 'number' && Number.isFinite(number) && (type === 'Float' || Number.isInteger(number));
      if (!isFine) throw badRequest(`field "${path}" must be of type ${type === 'Float' ? 'Number' : 'Integer'}`);
      return number;
    }
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      if (typeof value === 'string') return ['true', 'True', '1', 'yes'].includes(value);
      if (typeof value === 'number') return value !== 0;
      throw badRequest(`field "${path}" must be of type Boolean`);
    case 'String':
      if (typeof value === 'string') return value;
      if (typeof value === 'number') return String(value);
      throw badRequest(`field "${path}" must be of type String`);
    case 'InputFile':
      return value;
    default:
      return coerceObject(value, type, path, isStrict);
  }
}

function coerceObject(value: unknown, type: string, path: string, isStrict: boolean): unknown {
  if (type === 'InputPollOption' && typeof value === 'string') return { text: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest(`can't parse ${readable(path)}: expected an Object in "${path}"`);
  }
  const shape = types.get(type);
  if (!shape) return value;
  if ('anyOf' in shape) return coerce(value, { types: shape.anyOf }, path, isStrict);
  const source = value as Parameters;
  const result: Parameters = {};
  for (const [name, item] of Object.entries(source)) {
    if (item === undefined || item === null) continue;
    const field = shape.fields.get(name);
    if (field) result[name] = coerce(item, field, `${path}.${name}`, isStrict);
    else if (isStrict) throw badRequest(`unknown field "${name}" of ${type}`);
  }
  for (const { name, isRequired } of shape.fields.values()) {
    if (isRequired && result[name] === undefined) {
      throw badRequest(`can't parse ${readable(path)}: can't find field "${name}" of ${type}`);
    }
  }
  return result;
}

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

function fieldsOf(written: readonly string[]): ReadonlyMap<string, Field> {
  return new Map(
    written.map((one) => {
      const [label = '', kinds = ''] = one.split(':');
      const isRequired = label.endsWith('!');
      const name = isRequired ? label.slice(0, -1) : label;
      return [name, { name, isRequired, types: kinds.split('|') }];
    }),
  );
}
