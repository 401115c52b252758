export { playDemoCases } from './cases.ts';
export { playDemoPetitions } from './petitions.ts';
