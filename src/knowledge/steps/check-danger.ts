import { end, next, type Step } from './step.ts';

/** Danger comes before everything else: the emergency number is worth more than an answer. */
export const checkDanger: Step = {
  name: 'check_danger',
  version: '1',
  run(draft, { conversation }) {
    const kind = conversation.danger(draft.question.text);
    return kind ? end({ type: 'danger', kind }, kind) : next(draft);
  },
};
