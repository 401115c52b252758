import type { FormattedText } from './formatted-text.ts';
import { badRequest } from './telegram-error.ts';
import type { MessageEntity } from './wire.ts';

const TAGS: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  tag: string;
  attributes: string;
  offset: number;
}

const refused = (reason: string) => badRequest(`can't parse entities: ${reason}`);
const attribute = (attributes: string, name: string) =>
  new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(attributes)?.slice(1).find(Boolean);

/** The HTML subset of the Bot API; anything else is refused as Telegram refuses it. */
export function parseHtml(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  const byteOffset = (at: number) => Buffer.byteLength(source.slice(0, at));
  let text = '';
  let at = 0;

  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '&') {
      const match = /^&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));/i.exec(source.slice(at, at + 12));
      if (match) {
        const [whole, decimal, hex, name] = match;
        text += name
          ? NAMED[name.toLowerCase()]
          : String.fromCodePoint(Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16));
        at += whole.length;
        continue;
      }
    }
    if (char !== '<') {
      text += char;
      at += 1;
      continue;
    }
    const end = source.indexOf('>', at);
    if (end < 0) throw refused(`Unclosed start tag at byte offset ${byteOffset(at)}`);
    const inner = source.slice(at + 1, end);
    if (inner.startsWith('/')) close(inner.slice(1).trim().toLowerCase(), at);
    else begin(inner, at);
    at = end + 1;
  }
  const left = open.pop();
  if (left) throw refused(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities };

  function begin(inner: string, offset: number): void {
    const [, name = '', attributes = ''] = /^([^\s]*)\s*([\s\S]*)$/.exec(inner) ?? [];
    const tag = name.toLowerCase();
    const isSpoilerSpan = tag !== 'span' || attribute(attributes, 'class') === 'tg-spoiler';
    if (!TAGS[tag]) throw refused(`Unsupported start tag "${tag}" at byte offset ${byteOffset(offset)}`);
    if (!isSpoilerSpan) throw refused(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(offset)}`);
    open.push({ tag, attributes, offset: text.length });
  }

  function close(tag: string, offset: number): void {
    const last = open.pop();
    if (!last) throw refused(`Unexpected end tag at byte offset ${byteOffset(offset)}`);
    if (tag !== '' && last.tag !== tag) {
      throw refused(
        `Unmatched end tag at byte offset ${byteOffset(offset)}, expected "</${last.tag}>", found "</${tag}>"`,
      );
    }
    const length = text.length - last.offset;
    if (length === 0) return;
    const entity: MessageEntity = { type: TAGS[last.tag] ?? '', offset: last.offset, length };
    if (last.tag === 'a') {
      const url = attribute(last.attributes, 'href')?.replaceAll('&amp;', '&') ?? text.slice(last.offset);
      if (!/^(https?|tg|mailto|tel):/i.test(url)) return;
      entity.url = url;
    }
    if (last.tag === 'code') {
      const language = attribute(last.attributes, 'class')?.replace(/^language-/, '');
      const outer = open.at(-1);
      if (outer?.tag === 'pre') {
        outer.attributes = `language="${language ?? ''}"`;
        return;
      }
    }
    if (last.tag === 'pre') entity.language = attribute(last.attributes, 'language');
    if (last.tag === 'blockquote' && /\bexpandable\b/.test(last.attributes)) entity.type = 'expandable_blockquote';
    entities.push(entity);
  }
}
