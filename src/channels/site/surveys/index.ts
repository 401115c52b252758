export { registerSurveyPages, type SurveyPagesDeps } from './register-survey-pages.ts';
