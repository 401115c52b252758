import type { MessageEntity } from '../wire.ts';
import { startPayload } from './deep-link.ts';
import { el } from './dom.ts';

interface Actions {
  readonly botName: string | undefined;
  onCommand(command: string): void;
}

const WRAPS: Record<string, keyof HTMLElementTagNameMap> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
  hashtag: 'span',
};

/** Text with its entities as elements; entities may nest but never cross. */
export function richText(text: string, entities: readonly MessageEntity[], actions: Actions): Node[] {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return build(text, 0, text.length, sorted, actions);
}

function build(text: string, from: number, to: number, entities: readonly MessageEntity[], actions: Actions): Node[] {
  const nodes: Node[] = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    if (!entity || entity.offset >= to) break;
    const end = Math.min(to, entity.offset + entity.length);
    if (entity.offset < at) {
      rest = others;
      continue;
    }
    if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inner = others.filter((one) => one.offset >= entity.offset && one.offset + one.length <= end);
    nodes.push(wrap(entity, text.slice(entity.offset, end), build(text, entity.offset, end, inner, actions), actions));
    at = end;
    rest = others.filter((one) => !inner.includes(one));
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function wrap(entity: MessageEntity, said: string, children: Node[], actions: Actions): Node {
  switch (entity.type) {
    case 'text_link':
      return link(entity.url ?? said, children, actions);
    case 'url':
      return link(/^[a-z]+:/i.test(said) ? said : `https://${said}`, children, actions);
    case 'email':
      return link(`mailto:${said}`, children, actions);
    case 'phone_number':
      return link(`tel:${said.replaceAll(/[^\d+]/g, '')}`, children, actions);
    case 'bot_command':
      return el('button', { type: 'button', class: 'link', onClick: () => actions.onCommand(said) }, ...children);
    case 'spoiler':
      return spoiler(children);
    case 'mention':
    case 'text_mention':
      return el('span', { class: 'link' }, ...children);
    default:
      return el(WRAPS[entity.type] ?? 'span', {}, ...children);
  }
}

function link(href: string, children: Node[], actions: Actions): HTMLElement {
  const payload = startPayload(href, actions.botName);
  if (payload !== undefined) {
    const follow = () => actions.onCommand(`/start ${payload}`.trim());
    return el('button', { type: 'button', class: 'link', onClick: follow }, ...children);
  }
  const isSafe = /^(https?|mailto|tel):/i.test(href);
  return el(
    'a',
    { class: 'link', href: isSafe ? href : undefined, target: '_blank', rel: 'noopener noreferrer' },
    ...children,
  );
}

function spoiler(children: Node[]): HTMLElement {
  const hidden = el(
    'span',
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-expanded': 'false' },
    el('span', {}, ...children),
  );
  const reveal = () => {
    hidden.classList.add('revealed');
    hidden.setAttribute('aria-expanded', 'true');
  };
  hidden.addEventListener('click', reveal);
  hidden.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' || key === ' ') reveal();
  });
  return hidden;
}
