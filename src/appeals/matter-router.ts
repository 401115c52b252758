import type { CompetenceRegister } from '../agencies/index.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import type { MessageRouter, RoutedMessage } from '../routing/index.ts';
import { KINDS, type Kind, type RoutingChoice, type RoutingRecord } from './appeal.ts';
import type { Matter, MatterRouter } from './ports.ts';
import { NO_PROCEDURE } from './ticket.ts';

interface Deps {
  readonly routeMessage: MessageRouter;
  readonly register: Pick<CompetenceRegister, 'agency'>;
  /** Which legal type each kind becomes at a public body; data of the jurisdiction. */
  readonly procedures: Readonly<Record<Kind, string>>;
}

/** What the router's decision means for an appeal. */
export function createMatterRouter({ routeMessage, register, procedures }: Deps): MatterRouter {
  function procedureFor(kind: Kind, agencyCode: AgencyCode): string {
    return register.agency(agencyCode)?.sector === 'public' ? procedures[kind] : NO_PROCEDURE;
  }

  function recordOf({ decision, trace }: RoutedMessage, kind: Kind, chosenAgency: AgencyCode | null): RoutingRecord {
    const asChoice = (choice: {
      topic: RoutingChoice['topicId'];
      body: { agencyCode: AgencyCode };
      probability: number;
    }): RoutingChoice => ({
      topicId: choice.topic,
      agencyCode: choice.body.agencyCode,
      confidence: choice.probability,
    });
    switch (decision.type) {
      case 'proposal': {
        const { choice, second, confirmPlace } = decision;
        const agencyCode = chosenAgency ?? choice.body.agencyCode;
        return {
          type: 'proposal',
          agencyCode,
          topicId: choice.topic,
          procedure: procedureFor(kind, agencyCode),
          confidence: choice.probability,
          connected: register.agency(agencyCode)?.connection !== 'none',
          explanation: {
            words: choice.words.slice(0, 4),
            place: choice.place?.words ?? null,
            competenceId: choice.body.competenceId,
            isFallback: choice.body.isFallback,
            confirmPlace,
            trace,
          },
          alternatives: second ? [asChoice(second)] : [],
        };
      }
      case 'ask_place':
        return { type: 'needs_place', topicId: decision.topic, level: decision.level, confidence: 0 };
      case 'ask':
        return { type: 'ask', options: decision.options.map(asChoice) };
      case 'triage':
        return { type: 'triage', reason: decision.reason };
    }
  }

  return {
    procedureFor,
    propose({ text, place, usualTerritory, chosen }: Matter, on) {
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
        record: recordOf(routed, kind, chosen.agencyCode),
        territoryCode: routed.territoryCode,
        urgent: routed.urgency.dangers.length > 0,
        sensitive: routed.urgency.sealed,
      };
    },
  };
}
