import { end, next, type Step } from './step.ts';

export const checkGuardrails: Step = {
  name: 'check_guardrails',
  version: '1',
  run(draft, { conversation }) {
    if (conversation.isInjection(draft.question.text))
      return end({ type: 'refused', status: 'guardrails_injection' }, 'guardrails_injection');
    const status = conversation.refusal(draft.question.text);
    return status ? end({ type: 'refused', status }, status) : next(draft);
  },
};
