import {
  createKnowledgeNews,
  type Effect,
  newsFeature,
  type TelegramDeps,
  voiceFeature,
} from '../channels/telegram/index.ts';
import { createAnswerAftercare } from '../journeys/recall-answers.ts';
import type { Day } from '../kernel/day.ts';
import { createKnowledgeReadModel, createRecallsRepository } from '../knowledge/index.ts';
import type { Config } from '../platform/config/config.ts';
import { createTranscriptionClient } from '../platform/llm/index.ts';
import type { Services } from './compose.ts';

/** How long a body has to write what people asked in vain. */
const WRITING_DAYS = 10;

interface ChatLine {
  fetchFile(fileId: string): Promise<Uint8Array | 'gone' | 'later'>;
  runEffects(chatId: number, effects: readonly Effect[]): Promise<void>;
}

/** What happens after an answer: recall, gathered gaps, and how both are worded in the chat. */
export function composeAftercare(services: Services, models?: Config['models']) {
  const { uow, knowledge, notifications, timezone, calendars, routeMessage, names, t, db, clock, tree, jurisdiction } =
    services;
  let today: Day | null = null;
  const { model, apiKey, baseUrl, inCountry = false } = models?.transcription ?? {};
  const speech = model && (apiKey || baseUrl) ? createTranscriptionClient({ apiKey, baseUrl, model }) : null;
  let chat: ChatLine | null = null;
  const aftercare = createAnswerAftercare({
    uow,
    answers: knowledge.answers,
    recalls: createRecallsRepository(),
    gaps: knowledge.gaps,
    announcements: knowledge.announcements,
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
      announcement: knowledge.announcements.find,
      agencyName: (code, language) => names.agency(code as never, language),
      formatDay: (language, on) => names.day(on, language),
    }),
    /** Recalls and published answers, a batch each. @returns true while more waits. */
    tell: async (): Promise<boolean> =>
      (await aftercare.recallRound()) || (await aftercare.publishRound()) || (await aftercare.announceRound()),
    /** The chat's own way out and in, once there is one. */
    connect(line: ChatLine): void {
      chat = line;
    },
    gather: aftercare.gatherRound,
    features: (deps: TelegramDeps) => [
      voiceFeature({
        ...deps,
        uow,
        listener: speech && {
          host: speech.host,
          inCountry,
          listen: async (fileId) => {
            const bytes = await chat?.fetchFile(fileId);
            return bytes instanceof Uint8Array ? speech.transcribe(bytes) : null;
          },
        },
        runEffects: async (chatId, effects) => chat?.runEffects(chatId, effects),
      }),
      newsFeature({
        ...deps,
        announcements: knowledge.announcements,
        territoryName: (code, language) => tree.get(code as never)?.name[language] ?? null,
        topicName: (id, language) => jurisdiction.topicNames.get(id as never)?.[language] ?? null,
        findTopics: (words, language) => {
          const wanted = words.trim().toLowerCase().slice(0, 5);
          return [...jurisdiction.topicNames]
            .filter(([, name]) => Object.values(name).some((one) => ` ${one.toLowerCase()}`.includes(` ${wanted}`)))
            .map(([id, name]) => ({ id, name: name[language] }));
        },
      }),
    ],
    clock,
  };
}
