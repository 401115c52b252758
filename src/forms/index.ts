export type { Answers, FormSession, FormSessions } from './form.ts';
export { createFormSessions } from './forms-repository.ts';
