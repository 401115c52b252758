import type { CompetenceRegister } from '../agencies/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import { type MessageRouter, type RoutedMessage, splitMatters } from '../routing/index.ts';
import { KINDS, type Kind, type MatterPart, type RoutingChoice, type RoutingRecord } from './appeal.ts';
import type { Matter, MatterRouter } from './ports.ts';
import { NO_PROCEDURE } from './ticket.ts';

interface Deps {
  readonly routeMessage: MessageRouter;
  readonly register: Pick<CompetenceRegister, 'agency' | 'overseerOf'>;
  /** Which legal type each kind becomes at a public body; data of the jurisdiction. */
  readonly procedures: Readonly<Record<Kind, string>>;
}

/** A part counts when the whole message speaks of its topic too, or when it is beyond doubt: a stray sentence is no second matter. */
const LEAST_SHARE_OF_WHOLE = 0.02;
const BEYOND_DOUBT = 0.95;

/** What the router's decision means for an appeal. */
export function createMatterRouter({ routeMessage, register, procedures }: Deps): MatterRouter {
  function procedureFor(kind: Kind, agencyCode: AgencyCode): string {
    return register.agency(agencyCode)?.sector === 'public' ? procedures[kind] : NO_PROCEDURE;
  }

  const isConnected = (code: AgencyCode): boolean => register.agency(code)?.connection !== 'none';

  const overseerOf: CompetenceRegister['overseerOf'] = (code, ...matter) =>
    isConnected(code) ? null : register.overseerOf(code, ...matter);

  function recordOf(
    { decision, territoryCode, trace }: RoutedMessage,
    kind: Kind,
    chosenAgency: AgencyCode | null,
    on: Day,
  ): RoutingRecord {
    const asChoice = (choice: {
      topic: RoutingChoice['topicId'];
      body: { agencyCode: AgencyCode };
      probability: number;
      words: readonly string[];
    }): RoutingChoice => ({
      topicId: choice.topic,
      agencyCode: choice.body.agencyCode,
      confidence: choice.probability,
      ...(choice.words.length > 0 ? { words: choice.words.slice(0, 4) } : {}),
    });
    switch (decision.type) {
      case 'proposal': {
        const { choice, second, confirmPlace } = decision;
        const agencyCode = chosenAgency ?? choice.body.agencyCode;
        const overseer = overseerOf(agencyCode, choice.topic, territoryCode, on);
        return {
          type: 'proposal',
          agencyCode,
          topicId: choice.topic,
          procedure: procedureFor(kind, agencyCode),
          confidence: choice.probability,
          connected: isConnected(agencyCode),
          explanation: {
            words: choice.words.slice(0, 4),
            place: choice.place?.words ?? null,
            competenceId: choice.body.competenceId,
            isFallback: choice.body.isFallback,
            confirmPlace,
            trace,
          },
          alternatives: [
            ...(second ? [asChoice(second)] : []),
            ...(overseer ? [{ topicId: choice.topic, agencyCode: overseer, confidence: choice.probability }] : []),
          ],
          ...(overseer ? { overseer } : {}),
        };
      }
      case 'ask_place':
        return { type: 'needs_place', topicId: decision.topic, level: decision.level, confidence: 0 };
      case 'ask':
        return { type: 'ask', options: decision.options.map(asChoice) };
      case 'triage':
        return { type: 'triage', reason: decision.reason, candidates: decision.candidates.map(asChoice) };
    }
  }

  /** Two or more matters for different bodies, or none. What the citizen chose is one matter; a sealed message is never cut. */
  function partsOf(matter: Matter, whole: RoutedMessage, kind: Kind, on: Day): readonly MatterPart[] {
    if (matter.chosen.topicId || matter.chosen.agencyCode || whole.urgency.sealed || kind === 'thanks') return [];
    const spokenOf = new Set(
      whole.topics.filter(({ probability }) => probability >= LEAST_SHARE_OF_WHOLE).map(({ topic }) => topic),
    );
    const parts = splitMatters(matter.text, {
      read(words) {
        const { decision, topics } = routeMessage({
          text: words,
          point: matter.place.point,
          territoryCode: matter.place.territoryCode,
          usualTerritory: whole.territoryCode ?? matter.usualTerritory,
          topicId: null,
          on,
        });
        const confidence = topics[0]?.probability ?? 0;
        const choice = choiceOf(decision);
        if (!choice) return null;
        return spokenOf.has(choice.topic) || confidence >= BEYOND_DOUBT ? { choice, confidence } : null;
      },
      sure: ({ confidence }) => confidence,
      addressee: ({ choice }) => choice.body.agencyCode,
    });
    return parts.map(({ text, reading: { choice, confidence } }) => {
      const { topic: topicId, body } = choice;
      const overseer = overseerOf(body.agencyCode, topicId, body.territoryCode, on);
      return {
        topicId,
        agencyCode: body.agencyCode,
        procedure: procedureFor(kind, body.agencyCode),
        text,
        confidence,
        ...(overseer ? { overseer } : {}),
      };
    });
  }

  /** The first part stands for the case in lists; each of them can be chosen alone. */
  function severalRecord(parts: readonly MatterPart[], { trace }: RoutedMessage): RoutingRecord | null {
    const [first] = parts;
    return first
      ? {
          type: 'proposal',
          agencyCode: first.agencyCode,
          topicId: first.topicId,
          procedure: first.procedure,
          confidence: first.confidence,
          connected: isConnected(first.agencyCode),
          explanation: { words: [], trace },
          alternatives: parts.map(({ topicId, agencyCode, confidence }) => ({ topicId, agencyCode, confidence })),
          parts,
        }
      : null;
  }

  return {
    procedureFor,
    propose(matter: Matter, on) {
      const { text, place, usualTerritory, chosen } = matter;
      const routed = routeMessage({
        text,
        point: place.point,
        territoryCode: place.territoryCode,
        usualTerritory,
        topicId: chosen.topicId,
        on,
      });
      const kind = chosen.kind ?? KINDS.find((name) => name === routed.kind.kind) ?? 'problem';
      return {
        kind,
        record:
          severalRecord(partsOf(matter, routed, kind, on), routed) ?? recordOf(routed, kind, chosen.agencyCode, on),
        territoryCode: routed.territoryCode,
        urgent: routed.urgency.dangers.length > 0,
        sensitive: routed.urgency.sealed,
        trace: routed.trace,
      };
    },
  };
}

/** The body a part goes to. Where only its owner is unsure, the register's first: the citizen sees it and may change it. */
function choiceOf(decision: RoutedMessage['decision']) {
  if (decision.type === 'proposal') return decision.choice;
  return decision.type === 'ask' && decision.about === 'owner' ? (decision.options[0] ?? null) : null;
}
