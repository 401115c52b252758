export { registerSurveyPages } from './register-survey-pages.ts';
export type { SurveyPagesDeps } from './survey-pages-deps.ts';
