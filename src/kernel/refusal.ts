export type RefusalFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * The domain said no. The code (`subject.reason`) is stable for ever; the words for people live in the locale files
 * under `refusal-subject-reason`. Facts never hold personal data: they may be logged and shown.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly facts: RefusalFacts;

  constructor(code: string, facts: RefusalFacts = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }
}

export function isRefusal(error: unknown, code?: string): error is Refusal {
  return error instanceof Refusal && (code === undefined || error.code === code);
}
