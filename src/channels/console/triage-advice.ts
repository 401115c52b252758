import type { CompetenceRegister, CompetentBodies } from '../../agencies/index.ts';
import type { Appeal } from '../../appeals/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { AgencyCode, TopicId } from '../../kernel/ids.ts';
import type { TriageAdvice, TriageCandidate } from './api/deps.ts';

/** Candidates from what the router said last and what the competence register says about each topic and place. */
export function createTriageAdvice({
  competentBodies,
  superiorsOf,
}: Pick<CompetenceRegister, 'competentBodies' | 'superiorsOf'>): TriageAdvice {
  function lookUp(topicId: TopicId, appeal: Appeal, on: Day): CompetentBodies | null {
    try {
      return competentBodies(topicId, appeal.place.territoryCode, on);
    } catch {
      // A topic that left the tree after the case was filed: there is nobody to propose for it.
      return null;
    }
  }

  function bodiesFor(topicId: TopicId, appeal: Appeal, on: Day): AgencyCode[] {
    const found = lookUp(topicId, appeal, on);
    return found?.type === 'bodies' ? found.bodies.map(({ agencyCode }) => agencyCode) : [];
  }

  return {
    placeMissingFor(appeal, on) {
      const { record } = appeal.routing;
      const topicId = appeal.topicId ?? (record?.type === 'needs_place' ? record.topicId : null);
      return topicId && lookUp(topicId, appeal, on)?.type === 'needs_place' ? topicId : null;
    },

    candidates(appeal, on) {
      const { record, chosen } = appeal.routing;
      const options: {
        topicId: TopicId;
        agencyCode: AgencyCode | null;
        confidence: number;
        words?: readonly string[];
      }[] = [
        ...(record?.type === 'proposal' ? [record, ...record.alternatives] : []),
        ...(record?.type === 'ask' ? record.options : []),
        ...(record?.type === 'triage' ? (record.candidates ?? []) : []),
        ...(record?.type === 'needs_place' ? [{ ...record, agencyCode: null }] : []),
      ];
      const found: TriageCandidate[] = [];
      const add = (candidate: TriageCandidate) => {
        if (!found.some(({ agencyCode }) => agencyCode === candidate.agencyCode)) found.push(candidate);
      };
      if (chosen.agencyCode)
        add({ agencyCode: chosen.agencyCode, topicId: chosen.topicId, confidence: null, reason: 'citizen' });
      for (const { topicId, agencyCode, confidence, words = [] } of options) {
        if (agencyCode) add({ agencyCode, topicId, confidence, reason: 'router', words });
        for (const body of bodiesFor(topicId, appeal, on))
          add({ agencyCode: body, topicId, confidence, reason: 'topic_and_place' });
      }
      if (appeal.topicId)
        for (const body of bodiesFor(appeal.topicId, appeal, on))
          add({ agencyCode: body, topicId: appeal.topicId, confidence: null, reason: 'topic_and_place' });
      for (const { agencyCode } of found.slice(0, 2))
        for (const superior of superiorsOf(agencyCode).slice(0, 1))
          add({ agencyCode: superior.code, topicId: appeal.topicId, confidence: null, reason: 'fallback' });
      return found.slice(0, 5);
    },
  };
}
