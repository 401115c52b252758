import type { FormattedText } from './formatted-text.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { badRequest } from './telegram-error.ts';
import type { MessageEntity } from './wire.ts';

const DETECTED: readonly [type: string, pattern: RegExp][] = [
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu],
  ['email', /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g],
  [
    'url',
    /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]|(?<![\p{L}\p{N}@./-])(?:[a-z0-9-]+\.)+(?:kz|org|com|net|gov|me|info)(?:\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]])?(?![\p{L}\p{N}])/giu,
  ],
  ['mention', /(?<![\p{L}\p{N}_@])@[A-Za-z][A-Za-z0-9_]{3,31}(?![A-Za-z0-9_])/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
  ['phone_number', /(?<![\p{L}\p{N}+])\+\d[\d\s()-]{8,16}\d(?!\d)/gu],
];

/** Commands, links, mentions and the like that Telegram marks by itself. */
export function detectEntities(text: string, taken: readonly MessageEntity[] = []): MessageEntity[] {
  const found = [...taken];
  const isFree = (offset: number, length: number) =>
    found.every((entity) => offset + length <= entity.offset || entity.offset + entity.length <= offset);
  for (const [type, pattern] of DETECTED) {
    for (const match of text.matchAll(pattern)) {
      if (isFree(match.index, match[0].length)) found.push({ type, offset: match.index, length: match[0].length });
    }
  }
  return found.sort((one, other) => one.offset - other.offset || other.length - one.length);
}

export function formatText(text: string, parseMode: unknown, given: unknown): FormattedText {
  return trimmed(withDetected(parsed(text, parseMode, given)));
}

function parsed(text: string, parseMode: unknown, given: unknown): FormattedText {
  if (parseMode === undefined || parseMode === '') {
    const entities = (given ?? []) as MessageEntity[];
    for (const { offset, length } of entities) {
      if (offset + length > text.length) {
        const range = `beginning at UTF-16 offset ${offset} ends after the end of the text`;
        throw badRequest(`entity ${range} at UTF-16 offset ${offset + length}`);
      }
    }
    return { text, entities: entities.filter(({ offset, length }) => offset >= 0 && length > 0) };
  }
  switch (String(parseMode).toLowerCase()) {
    case 'html':
      return parseHtml(text);
    case 'markdownv2':
      return parseMarkdown(text, 'v2');
    case 'markdown':
      return parseMarkdown(text, 'legacy');
    default:
      throw badRequest('unsupported parse_mode');
  }
}

const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention', 'url']);

function withDetected({ text, entities }: FormattedText): FormattedText {
  const opaque = entities.filter(({ type }) => OPAQUE.has(type));
  const detected = detectEntities(text, opaque).filter((entity) => !opaque.includes(entity));
  const all = [...entities, ...detected];
  return { text, entities: all.sort((one, other) => one.offset - other.offset || other.length - one.length) };
}

/** Telegram drops white space around a text. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  if (start === 0 && kept.length === text.length) return { text, entities };
  const moved = entities.map((entity) => {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(kept.length, entity.offset + entity.length - start);
    return { ...entity, offset: from, length: to - from };
  });
  return { text: kept, entities: moved.filter(({ length }) => length > 0) };
}
