import type { FormattedText } from './formatted-text.ts';
import { badRequest } from './telegram-error.ts';
import type { MessageEntity } from './wire.ts';

const RESERVED = new Set('_*[]()~`>#+-=|{}.!');
const NAMES: Record<string, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'PreCode',
  text_link: 'TextUrl',
};
const V2_MARKS: readonly [mark: string, type: string][] = [
  ['```', 'pre'],
  ['__', 'underline'],
  ['||', 'spoiler'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strikethrough'],
  ['`', 'code'],
];
const LEGACY_MARKS: readonly [mark: string, type: string][] = [
  ['```', 'pre'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['`', 'code'],
];

interface OpenMark {
  mark: string;
  type: string;
  offset: number;
  at: number;
}

const refused = (reason: string) => badRequest(`can't parse entities: ${reason}`);

/** MarkdownV2 and its predecessor. Reserved characters must be escaped, or the message is refused. */
export function parseMarkdown(source: string, dialect: 'v2' | 'legacy'): FormattedText {
  const marks = dialect === 'v2' ? V2_MARKS : LEGACY_MARKS;
  const entities: MessageEntity[] = [];
  const open: OpenMark[] = [];
  const byteOffset = (at: number) => Buffer.byteLength(source.slice(0, at));
  let text = '';
  let at = 0;
  let quoteFrom: number | undefined;

  while (at < source.length) {
    const char = source[at] ?? '';
    const inside = open.at(-1);
    const isVerbatim = inside?.type === 'code' || inside?.type === 'pre';

    if (char === '\\' && isEscapable(source[at + 1], dialect)) {
      text += source[at + 1];
      at += 2;
      continue;
    }
    if (isVerbatim) {
      if (source.startsWith(inside.mark, at)) at = closeMark(inside.mark);
      else {
        text += char;
        at += 1;
      }
      continue;
    }
    if (dialect === 'v2' && char === '>' && isLineStart()) {
      quoteFrom ??= text.length;
      at += 1;
      continue;
    }
    if (quoteFrom !== undefined && char === '\n' && source[at + 1] !== '>') endQuote();
    const mark = marks.find(([start]) => source.startsWith(start, at));
    if (mark) {
      at = open.some((one) => one.mark === mark[0]) ? closeMark(mark[0]) : openMark(mark[0], mark[1]);
      continue;
    }
    if (char === '[') {
      open.push({ mark: '[', type: 'text_link', offset: text.length, at });
      at += 1;
      continue;
    }
    if (char === ']' && inside?.mark === '[') {
      at = closeLink(inside);
      continue;
    }
    if (dialect === 'v2' && RESERVED.has(char)) {
      throw refused(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
    }
    text += char;
    at += 1;
  }
  endQuote();
  const left = open.pop();
  if (left) throw refused(`Can't find end of ${NAMES[left.type]} entity at byte offset ${byteOffset(left.at)}`);
  return { text, entities: entities.sort((one, other) => one.offset - other.offset) };

  function isLineStart(): boolean {
    return at === 0 || source[at - 1] === '\n';
  }

  function endQuote(): void {
    if (quoteFrom === undefined) return;
    entities.push({ type: 'blockquote', offset: quoteFrom, length: text.length - quoteFrom });
    quoteFrom = undefined;
  }

  function openMark(mark: string, type: string): number {
    open.push({ mark, type, offset: text.length, at });
    return at + mark.length;
  }

  function closeMark(mark: string): number {
    const last = open.pop();
    if (last?.mark !== mark) {
      throw refused(
        `Can't find end of ${NAMES[last?.type ?? 'bold']} entity at byte offset ${byteOffset(last?.at ?? at)}`,
      );
    }
    const entity: MessageEntity = { type: last.type, offset: last.offset, length: text.length - last.offset };
    if (last.type === 'pre') {
      const [, language = ''] = /^([\w+-]*)\n/.exec(text.slice(last.offset)) ?? [];
      if (language || text[last.offset] === '\n') {
        text = text.slice(0, last.offset) + text.slice(last.offset + language.length + 1);
        entity.length = text.length - last.offset;
        if (language) entity.language = language;
      }
    }
    if (entity.length > 0) entities.push(entity);
    return at + mark.length;
  }

  function closeLink(link: OpenMark): number {
    open.pop();
    const match = /^\]\(((?:\\.|[^)\\])*)\)/.exec(source.slice(at));
    if (!match) {
      if (dialect === 'legacy') return at + 1;
      throw refused(`Can't find end of TextUrl entity at byte offset ${byteOffset(link.at)}`);
    }
    const url = (match[1] ?? '').replaceAll(/\\(.)/g, '$1');
    if (/^(https?|tg|mailto|tel):/i.test(url)) {
      entities.push({ type: 'text_link', offset: link.offset, length: text.length - link.offset, url });
    }
    return at + match[0].length;
  }
}

function isEscapable(char: string | undefined, dialect: 'v2' | 'legacy'): boolean {
  if (char === undefined) return false;
  return dialect === 'v2' ? char.codePointAt(0) !== undefined && /[!-~]/.test(char) : '_*`['.includes(char);
}
