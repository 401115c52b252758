import { type Day, Day as DaySchema } from '../../kernel/day.ts';
import type { ActType } from './officer-acts.ts';

/** What a written reply to a card asks for. Without a prefix it is a note: only colleagues see it. */
export type ReplyIntent =
  | { type: 'take' }
  | { type: 'note'; text: string }
  | { type: 'ask'; text: string }
  | { type: 'answer'; text: string }
  | { type: 'register'; number: string }
  | { type: 'extend'; until: Day; reason: string }
  | { type: 'redirect'; to: string; reason: string }
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
  note: 'note',
  заметка: 'note',
  ескертпе: 'note',
};
const TAKE = /^(take|взять|беру|аламын)[.!]?$/iu;
const PREFIXED = /^\s*([\p{L}]+)\s*[:：]\s*([\s\S]*)$/u;

export function readReply(written: string, asked: ActType | null = null): ReplyIntent {
  if (asked === null && TAKE.test(written.trim())) return { type: 'take' };
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
    case 'take':
    case 'note':
      return { type: 'note', text };
    default:
      return { type: act, text };
  }
}

/** `2026-12-14` or `14.12.2026`. */
function readDay(written: string): Day | null {
  const [, dayOfMonth, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}` : written;
  const parsed = DaySchema.safeParse(iso);
  return parsed.success ? parsed.data : null;
}
