import { fileURLToPath } from 'node:url';
import { DRAFT_PROMPT, TRANSLATE_PROMPT } from '../appeals/index.ts';
import type { LanguageModel } from '../kernel/language-model.ts';
import { ANSWER_PROMPT } from '../knowledge/index.ts';
import type { Config } from '../platform/config/config.ts';
import { createOpenAiModel, loadPrompts } from '../platform/llm/index.ts';
import type { Log } from '../platform/log/log.ts';
import { SECOND_OPINION_PROMPT } from '../routing/index.ts';
import { THEME_NAMES_PROMPT } from '../surveys/index.ts';

const PROMPTS = fileURLToPath(new URL('../../prompts', import.meta.url));

/** Every prompt that some code asks by name. The start stops when one is missing, whether a model is configured or not. */
const NEEDED = [SECOND_OPINION_PROMPT, ANSWER_PROMPT, TRANSLATE_PROMPT, DRAFT_PROMPT, THEME_NAMES_PROMPT];

/** The model of the configuration. Without one every question is answered `not_configured`, and callers have a local default. */
export function createLanguageModel(models: Config['models'] | undefined, log: Log): LanguageModel {
  const { apiKey, baseUrl, textModel, switchedOff = [], tokensPerHour = 0 }: Partial<Config['models']> = models ?? {};
  if ((apiKey || baseUrl) && !textModel) log.warn('no language model: LLM_MODEL is not set');
  return createOpenAiModel({
    apiKey,
    baseUrl,
    model: textModel,
    prompts: loadPrompts(PROMPTS, NEEDED),
    log,
    budget: { tokensPerHour },
    isSwitchedOff: (use) => switchedOff.includes(use),
  });
}
