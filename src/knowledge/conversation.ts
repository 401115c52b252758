import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AnswerStatus, DangerKind, SmallTalkKind } from './answer.ts';
import { loadRefusalGuard, type Suspicion } from './refusal-guard.ts';

const patterns = z.array(z.string().min(1)).min(1);
const anyOrAll = z.union([z.object({ any: patterns }), z.object({ all: z.array(patterns).min(2) })]);
const DANGERS: readonly DangerKind[] = ['fire', 'gas', 'medical', 'violence', 'self_harm'];
const SMALL_TALK: readonly SmallTalkKind[] = [
  'greeting',
  'thanks',
  'how_are_you',
  'who_are_you',
  'goodbye',
  'acknowledged',
];
const REFUSALS = [
  'guardrails_secret',
  'unanswerable_party_politics',
  'unanswerable_medical_advice',
  'unanswerable_personal_legal_advice',
  'unanswerable_out_of_scope',
] as const satisfies readonly AnswerStatus[];

const File = z.object({
  danger: z.array(z.intersection(z.object({ kind: z.enum(DANGERS) }), anyOrAll)),
  injection: anyOrAll,
  guardrails: z.array(z.intersection(z.object({ status: z.enum(REFUSALS) }), anyOrAll)),
  small_talk: z.array(z.intersection(z.object({ kind: z.enum(SMALL_TALK) }), anyOrAll)),
  plain_question: anyOrAll,
  complaint: anyOrAll,
  follow_up: anyOrAll,
});

/** What a message is, by the jurisdiction's own patterns in all its languages. Knows nothing of knowledge or models. */
export interface Conversation {
  danger(text: string): DangerKind | null;
  /** Somebody talks to the machine instead of asking; also used on documents before a model reads them. */
  isInjection(text: string): boolean;
  refusal(text: string): (typeof REFUSALS)[number] | null;
  /** What it resembles among the things that must not be answered; null where the jurisdiction gives no examples. */
  suspicion(text: string): Suspicion | null;
  smallTalk(text: string): SmallTalkKind | null;
  /** Plainly a question, so that a plain message may be answered instead of filed. */
  isQuestion(text: string): boolean;
  isComplaint(text: string): boolean;
  continues(text: string): boolean;
}

/** `~` is the beginning of a word; a leading `=` keeps the case of letters. */
function compile(pattern: string): (text: string) => boolean {
  const exact = pattern.startsWith('=');
  const source = (exact ? pattern.slice(1) : pattern).replaceAll('~', '(?<![\\p{L}\\p{N}])');
  const expression = new RegExp(source, exact ? 'u' : 'iu');
  return (text) => expression.test(text);
}

function matcher(rule: z.infer<typeof anyOrAll>): (text: string) => boolean {
  const groups = ('any' in rule ? [rule.any] : rule.all).map((list) => list.map(compile));
  return (text) => groups.every((group) => group.some((test) => test(text)));
}

/** @param keptGuard what a build learnt of refusals, see `loadRefusalGuard` */
export function loadConversation(file: string, keptGuard?: string): Conversation {
  const rules = File.parse(parse(readFileSync(file, 'utf8')));
  const guard = loadRefusalGuard(dirname(file), keptGuard);
  const danger = rules.danger.map((rule) => ({ kind: rule.kind, test: matcher(rule) }));
  const guardrails = rules.guardrails.map((rule) => ({ status: rule.status, test: matcher(rule) }));
  const smallTalk = rules.small_talk.map((rule) => ({ kind: rule.kind, test: matcher(rule) }));
  const [injection, question, complaint, followUp] = [
    rules.injection,
    rules.plain_question,
    rules.complaint,
    rules.follow_up,
  ].map(matcher);
  const tidy = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\p{Cf}\u{e0000}-\u{e007f}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    danger: (text) => danger.find(({ test }) => test(tidy(text)))?.kind ?? null,
    isInjection: (text) => injection?.(tidy(text)) ?? false,
    refusal: (text) => guardrails.find(({ test }) => test(tidy(text)))?.status ?? null,
    suspicion: (text) => guard?.(tidy(text)) ?? null,
    smallTalk: (text) => smallTalk.find(({ test }) => test(tidy(text)))?.kind ?? null,
    isQuestion: (text) => question?.(tidy(text)) ?? false,
    isComplaint: (text) => complaint?.(tidy(text)) ?? false,
    continues: (text) => followUp?.(tidy(text)) ?? false,
  };
}
