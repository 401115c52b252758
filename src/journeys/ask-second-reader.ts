import type { AppealsRepository } from '../appeals/index.ts';
import { type Journal, SYSTEM } from '../journal/index.ts';
import { zoned } from '../kernel/day.ts';
import { type AppealId, newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { MaskedText } from '../kernel/masked-text.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import type {
  Choice,
  KeptOpinion,
  MessageRouter,
  OpinionsRepository,
  RoutingDecision,
  SecondOpinion,
} from '../routing/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly appeals: Pick<AppealsRepository, 'get'>;
  readonly thread: { of(appealId: AppealId, tx: Tx): Promise<readonly { maskedText: string }[]> };
  readonly journal: Pick<Journal, 'append'>;
  readonly opinions: Pick<OpinionsRepository, 'waiting' | 'add'>;
  readonly routeMessage: MessageRouter;
  readonly ask: (text: MaskedText, language: Language, candidates: readonly Choice[]) => Promise<SecondOpinion>;
  readonly timezone: string;
  /** Counts milliseconds; only differences matter. */
  readonly elapsedMs: () => number;
}

/** Proposals from here on are right so often that a second reader would only cost. */
const SURE_FROM = 0.85;
const AT_ONCE = 5;
/** Beyond the prompt's own limit, so that a model that never ends holds nobody up. */
const LONGEST_MS = 12_000;

/**
 * Off the message's path: cases are sent and acknowledged first, then a second reader looks at those that the local
 * model was unsure about. What it says is kept and journaled; whatever happens to it, the case goes its way.
 */
export function createSecondReader({
  uow,
  appeals,
  thread,
  journal,
  opinions,
  routeMessage,
  ask,
  timezone,
  elapsedMs,
}: Deps) {
  async function look(appealId: AppealId): Promise<void> {
    const read = await readCase(appealId);
    const started = elapsedMs();
    const opinion = await withinTime(ask(read.text, read.language, read.candidates), read.candidates);
    const kept = keep(opinion, read.candidates, Math.round(elapsedMs() - started));
    await uow.run(`second-reader:${appealId}`, async (tx) => {
      await opinions.add(tx, appealId, kept);
      await journal.append(tx, `appeal:${appealId}`, {
        type: 'routing.second_opinion',
        actor: SYSTEM,
        facts: {
          opinion: kept.type,
          reason: kept.reason,
          model: kept.model,
          preferredAgency: kept.preferredAgency,
          durationMs: kept.durationMs,
        },
      });
    });
  }

  /** The words never become a command's kept result. */
  async function readCase(appealId: AppealId) {
    const found: { text: MaskedText; language: Language; candidates: readonly Choice[] }[] = [];
    await uow.run(`second-reader:read:${newId()}`, async (tx) => {
      const appeal = await appeals.get(tx, appealId);
      const text = MaskedText.parse((await thread.of(appealId, tx)).map(({ maskedText }) => maskedText).join('\n'));
      const { decision } = routeMessage({
        text,
        point: appeal.place.point,
        territoryCode: appeal.place.territoryCode,
        usualTerritory: null,
        topicId: appeal.routing.chosen.topicId,
        on: zoned(tx.now, timezone).on,
      });
      found.push({ text, language: appeal.language, candidates: candidatesOf(decision) });
      return null;
    });
    return found[0] ?? { text: MaskedText.parse(''), language: 'ru' as const, candidates: [] };
  }

  return {
    /** Returns true when more cases wait. */
    async round(): Promise<boolean> {
      const waiting = await opinions.waiting(SURE_FROM, AT_ONCE);
      for (const appealId of waiting) await look(appealId);
      return waiting.length === AT_ONCE;
    },
    look,
  };
}

function candidatesOf(decision: RoutingDecision): readonly Choice[] {
  switch (decision.type) {
    case 'proposal':
      return decision.second ? [decision.choice, decision.second] : [decision.choice];
    case 'ask':
      return decision.options;
    case 'triage':
      return decision.candidates;
    case 'ask_place':
      return [];
  }
}

async function withinTime(asked: Promise<SecondOpinion>, candidates: readonly Choice[]): Promise<SecondOpinion> {
  const absent = (reason: string): SecondOpinion => ({ type: 'absent', candidates, reason });
  const timer = new AbortController();
  const late = new Promise<SecondOpinion>((resolve) => {
    const handle = setTimeout(() => resolve(absent('timed_out')), LONGEST_MS);
    timer.signal.addEventListener('abort', () => clearTimeout(handle));
  });
  return Promise.race([asked.catch(() => absent('failed')), late]).finally(() => timer.abort());
}

function keep(opinion: SecondOpinion, before: readonly Choice[], durationMs: number): KeptOpinion {
  const preferred = opinion.type === 'disagreed' ? opinion.preferred : opinion.type === 'agreed' ? before[0] : null;
  return {
    type: opinion.type,
    reason: opinion.type === 'absent' ? opinion.reason : null,
    model: opinion.type === 'absent' ? null : opinion.model,
    preferredAgency: preferred?.body.agencyCode ?? null,
    preferredTopic: preferred?.topic ?? null,
    confidenceBefore: before[0]?.probability ?? 0,
    confidenceAfter:
      opinion.candidates.find(({ body }) => body.agencyCode === before[0]?.body.agencyCode)?.probability ?? 0,
    durationMs,
  };
}
