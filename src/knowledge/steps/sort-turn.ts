import { end, next, type Step } from './step.ts';

/** Question, complaint or small talk. A citizen who chose to ask is never told that it was a complaint. */
export const sortTurn: Step = {
  name: 'sort_turn',
  version: '1',
  run(draft, { conversation }) {
    const { text, mode } = draft.question;
    const kind = conversation.smallTalk(text);
    if (kind) return end({ type: 'small_talk', kind }, 'small_talk');
    if (mode === 'free' && conversation.isComplaint(text)) return end({ type: 'complaint' }, 'complaint');
    return next(draft, 'question');
  },
};
