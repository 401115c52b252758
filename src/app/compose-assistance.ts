import { createAnswerAssistant } from '../appeals/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { Foundation } from './foundation.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { composeKnowledge } from './knowledge.ts';
import { createLanguageModel } from './language-model.ts';

interface Inputs {
  readonly foundation: Foundation;
  readonly jurisdiction: Jurisdiction;
  readonly timezone: string;
  /** Unset: no model is asked. */
  readonly models: Config['models'] | undefined;
}

/** What helps to find words: approved answers, and a language model where one is configured. */
export function composeAssistance({
  foundation: { database, uow, journal, clock, mask, log },
  jurisdiction,
  timezone,
  models,
}: Inputs) {
  const model = createLanguageModel(models, log);
  const hasModel = Boolean(models?.textModel && (models.apiKey || models.baseUrl));
  const knowledge = composeKnowledge({
    database,
    uow,
    journal,
    clock,
    mask,
    model,
    timezone,
    folder: jurisdiction.folder,
    hasModel,
    ...(models?.embeddingModel && (models.apiKey || models.baseUrl)
      ? { embeddingModel: { apiKey: models.apiKey, baseUrl: models.baseUrl, model: models.embeddingModel } }
      : {}),
  });

  const assistant = createAnswerAssistant({
    model,
    mask,
    findPassages: async (text, language, limit) =>
      (await knowledge.search.find(text, language, limit)).map(({ passage: { source, title, body } }) => ({
        source,
        title,
        body,
      })),
  });

  return { model, hasModel, knowledge, ask: knowledge.ask, assistant };
}
