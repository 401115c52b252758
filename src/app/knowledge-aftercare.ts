import { createKnowledgeNews } from '../channels/telegram/index.ts';
import { createAnswerAftercare } from '../journeys/recall-answers.ts';
import type { Day } from '../kernel/day.ts';
import { createKnowledgeReadModel, createRecallsRepository } from '../knowledge/index.ts';
import type { Services } from './compose.ts';

/** How long a body has to write what people asked in vain. */
const WRITING_DAYS = 10;

/** What happens after an answer: recall, gathered gaps, and how both are worded in the chat. */
export function composeAftercare(services: Services) {
  const { uow, knowledge, notifications, timezone, calendars, routeMessage, names, t, db, clock } = services;
  let today: Day | null = null;
  const aftercare = createAnswerAftercare({
    uow,
    answers: knowledge.answers,
    recalls: createRecallsRepository(),
    gaps: knowledge.gaps,
    notifications,
    timezone,
    competentFor: (text) => {
      if (today === null) return null;
      const nowhere = { point: null, territoryCode: null, usualTerritory: null, topicId: null };
      const { decision } = routeMessage({ text, ...nowhere, on: today });
      return decision.type === 'proposal' && !decision.confirmPlace ? decision.choice.body.agencyCode : null;
    },
    dueOn: (on) => {
      today = on;
      return calendars.current().addWorkingDays(on, WRITING_DAYS);
    },
    now: () => new Date(),
  });
  return {
    renderers: createKnowledgeNews({
      t,
      view: createKnowledgeReadModel(db),
      formatDay: (language, on) => names.day(on, language),
    }),
    /** Recalls and published answers, a batch each. @returns true while more waits. */
    tell: async (): Promise<boolean> => (await aftercare.recallRound()) || (await aftercare.publishRound()),
    gather: aftercare.gatherRound,
    clock,
  };
}
