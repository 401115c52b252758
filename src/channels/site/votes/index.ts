export { registerVotePages } from './register-vote-pages.ts';
