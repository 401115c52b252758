export { createBot } from './bot.ts';
export { createBulkDelivery } from './bulk-delivery.ts';
export { caseButton, readCaseButton } from './callback-data.ts';
export type { WayToAddressee } from './card-lines.ts';
export { type CardsRepository, createCardsRepository } from './cards-repository.ts';
export { type CaseCard, createCaseCard } from './case-card.ts';
export { createCitizenNews } from './citizen-news.ts';
export { createTelegramDelivery } from './delivery.ts';
export type { DateExplainer, EmergencyAdvice, PlaceReader, TelegramDeps } from './deps.ts';
export { createEffectRunner, publishCommands } from './effects.ts';
export { createGroupQuestions } from './features/group-questions.ts';
export { createKnowledgeNews } from './features/knowledge-news.ts';
export { newsFeature } from './features/news.ts';
export {
  createPetitionRenderers,
  type PetitionChatDeps,
  petitionSharing,
  petitionsFeature,
} from './features/petitions.ts';
export { voiceFeature } from './features/voice.ts';
export { foreseeTurn } from './foresee.ts';
export { chatKeyOf, createIntake, type Intake, UPDATES_STORED } from './intake.ts';
export { createLongPolling, UPDATES_WANTED } from './long-polling.ts';
export { createMenuReader, mainMenu } from './menu.ts';
export type { Names } from './names.ts';
export { refusalText } from './refusal-text.ts';
export { FormattedString, fmt, lines } from './rich-text.ts';
export { createTogether, type Together, type TogetherHandler } from './together.ts';
export type { BotContext, Effect, Screen } from './turn.ts';
export { createUpdatesRepository, type UpdatesRepository } from './updates-repository.ts';
export { registerWebhook } from './webhook.ts';
