import type { Day } from '../../kernel/day.ts';
import { type AnswerLines, readAnswerLines, readDay } from './answer-lines.ts';
import type { ActType } from './officer-acts.ts';

/** What a written reply to a card asks for. Without a prefix it is a note: only colleagues see it. */
export type ReplyIntent =
  | { type: 'take' }
  | { type: 'note'; text: string }
  | { type: 'ask'; text: string }
  | ({ type: 'answer' } & AnswerLines)
  | { type: 'register'; number: string }
  | { type: 'extend'; until: Day; reason: string }
  | { type: 'redirect'; to: string; reason: string }
  | { type: 'hear'; text: string }
  | { type: 'forward'; note: string }
  | { type: 'pass'; outgoingNumber?: string; outgoingOn?: Day }
  | { type: 'return'; remark: string }
  | { type: 'incomplete'; act: ActType };

/** In every language at once: an office rarely writes in one only. */
const PREFIXES: Readonly<Record<string, ActType>> = {
  answer: 'answer',
  ответ: 'answer',
  жауап: 'answer',
  ask: 'ask',
  вопрос: 'ask',
  сұрақ: 'ask',
  register: 'register',
  рег: 'register',
  регистрация: 'register',
  тіркеу: 'register',
  extend: 'extend',
  продлить: 'extend',
  ұзарту: 'extend',
  redirect: 'redirect',
  передать: 'redirect',
  жіберу: 'redirect',
  hear: 'hear',
  заслушать: 'hear',
  тыңдау: 'hear',
  forward: 'forward',
  выше: 'forward',
  жоғары: 'forward',
  approve: 'pass',
  sign: 'pass',
  согласовать: 'pass',
  подписать: 'pass',
  бекіту: 'pass',
  return: 'return',
  вернуть: 'return',
  қайтару: 'return',
  note: 'note',
  заметка: 'note',
  ескертпе: 'note',
};
const TAKE = /^(take|взять|беру|аламын)[.!]?$/iu;
const PASS = /^(approved?|sign(?:ed)?|согласовать|согласовано|подписать|подписано|бекіту|бекітемін)[.!]?$/iu;
const PREFIXED = /^\s*([\p{L}]+)\s*[:：]\s*([\s\S]*)$/u;

export function readReply(written: string, asked: ActType | null = null): ReplyIntent {
  if (asked === null && TAKE.test(written.trim())) return { type: 'take' };
  if (asked === null && PASS.test(written.trim())) return { type: 'pass' };
  const [, word = '', rest = ''] = PREFIXED.exec(written) ?? [];
  const prefixed = PREFIXES[word.toLocaleLowerCase()];
  return intentOf(prefixed ?? asked ?? 'note', (prefixed ? rest : written).trim());
}

function intentOf(act: ActType, text: string): ReplyIntent {
  if (text === '') return { type: 'incomplete', act };
  switch (act) {
    case 'register':
      return { type: 'register', number: text };
    case 'extend': {
      const [, on = '', reason = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
      const until = readDay(on);
      return until && reason.trim() ? { type: 'extend', until, reason: reason.trim() } : { type: 'incomplete', act };
    }
    case 'redirect': {
      const [, to = '', reason = ''] = /^([a-z0-9_.-]+)\s+([\s\S]+)$/i.exec(text) ?? [];
      return to && reason.trim()
        ? { type: 'redirect', to: to.toLowerCase(), reason: reason.trim() }
        : { type: 'incomplete', act };
    }
    case 'answer': {
      const answer = readAnswerLines(text);
      return answer.text === '' ? { type: 'incomplete', act } : { type: 'answer', ...answer };
    }
    case 'pass': {
      const { text: rest, ...outgoing } = readAnswerLines(`Out: ${text}`);
      return rest === '' ? { type: 'pass', ...outgoing } : { type: 'incomplete', act };
    }
    case 'return':
      return { type: 'return', remark: text };
    case 'forward':
      return { type: 'forward', note: text };
    case 'take':
    case 'note':
      return { type: 'note', text };
    default:
      return { type: act, text };
  }
}
