export { type Actor, type ActorKind, type Facts, type JournalEntry, type NewEntry, SYSTEM } from './journal-entry.ts';
export { type JournalBreak, type JournalVerification, verifyJournal } from './journal-read-model.ts';
export { createJournal, type Journal } from './journal-repository.ts';
