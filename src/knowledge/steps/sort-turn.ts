import { end, next, type Step } from './step.ts';

/**
 * Question, complaint or small talk. Somebody who chose to ask is never told that it was a complaint; in a plain message
 * everything that is not plainly a question is filed, because an answer nobody asked for is worse than a number.
 */
export const sortTurn: Step = {
  name: 'sort_turn',
  version: '3',
  run(draft, { conversation }) {
    const { text, mode, context } = draft.question;
    const kind = conversation.smallTalk(text);
    if (kind) return end({ type: 'small_talk', kind }, 'small_talk');
    // "And for a child?" right after an answer goes on from it.
    const goesOn = context !== null && conversation.continues(text);
    if (mode === 'asked' || goesOn || conversation.isInjection(text)) return next(draft, 'question');
    if (conversation.isComplaint(text) || !conversation.isQuestion(text))
      return end({ type: 'complaint' }, 'complaint');
    return next(draft, 'question');
  },
};
