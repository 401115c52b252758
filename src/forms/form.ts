import type { Tx } from '../kernel/unit-of-work.ts';

/** Answers by step name: a question inserted, dropped or moved by a deploy shifts nothing. */
export type Answers = Readonly<Record<string, unknown>>;

export interface FormSession {
  readonly owner: string;
  readonly formId: string;
  readonly formVersion: number;
  readonly stepKey: string;
  readonly answers: Answers;
  /** What the form is about: an appeal, a petition, a survey. */
  readonly subjectId: string | null;
  readonly expiresAt: Date;
}

/** The question a conversation waits for, one per owner (`telegram:<chat>`, `web:<session>`). */
export interface FormSessions {
  current(tx: Tx, owner: string): Promise<FormSession | null>;
  /** Replaces whatever was waiting: the person moved on. */
  begin(
    tx: Tx,
    session: Omit<FormSession, 'answers' | 'expiresAt'> & { answers?: Answers; keepMs?: number },
  ): Promise<void>;
  advance(tx: Tx, owner: string, step: { stepKey: string; answers: Answers }): Promise<void>;
  end(tx: Tx, owner: string): Promise<void>;
}
