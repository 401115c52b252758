export type { DeclaredRoute } from './api/access-decision.ts';
export { createConsoleReadModel } from './api/console-read-model.ts';
export type { ConsoleDeps, ConsoleDirectory, ConsoleFiles, ParkedUpdates, TriageAdvice } from './api/deps.ts';
export { createConsoleApi } from './api/index.ts';
export { createLiveNews, type LiveNews } from './api/live-news.ts';
export type { SurveysDesk } from './api/surveys/survey-desk.ts';
export { createConsolePages } from './console-pages.ts';
export { type DemoSignInLink, demoSignInLinks } from './demo-links.ts';
export { createTriageAdvice } from './triage-advice.ts';
