import type { Language } from '../../kernel/language.ts';
import type { LanguageModel } from '../../kernel/language-model.ts';
import type { MaskedText } from '../../kernel/masked-text.ts';
import type { AnswerBody, AnswerStatus, DangerKind, SmallTalkKind, Suggestion } from '../answer.ts';
import type { Conversation } from '../conversation.ts';
import type { LinkTable } from '../link-tokens.ts';
import type { Found, Passage, PassageSearch } from '../passage.ts';

export interface ChatContext {
  /** The last question of this chat and the source that answered it, while they are fresh. */
  readonly question: MaskedText;
  readonly source: string | null;
  readonly wasClarification: boolean;
}

export interface Question {
  readonly text: MaskedText;
  /** The chat's language; the question's own wins when it shows. */
  readonly language: Language;
  /** `asked`: the citizen chose to ask. `free`: a plain message, which may be a complaint or small talk. */
  readonly mode: 'asked' | 'free';
  readonly context: ChatContext | null;
}

export interface ProposedSentence {
  readonly text: string;
  /** Place in `passages`, from 1; anything else is a citation of nothing. */
  readonly passage: number;
  /** The words of the passage that carry the sentence, copied. */
  readonly quote: string;
}

export interface Proposal {
  readonly sentences: readonly ProposedSentence[];
  /** What the model was given, in that order, links already replaced by tokens. */
  readonly passages: readonly Passage[];
  readonly links: LinkTable;
  readonly model: string;
}

/** What the steps know so far. */
export interface Draft {
  readonly question: Question;
  readonly language: Language;
  /** What is searched for: the question, with the chat's context when it continues one. */
  readonly query: string;
  readonly found: readonly Found[];
  /** What a model wrote, not yet checked. */
  readonly proposal: Proposal | null;
  readonly body: AnswerBody | null;
}

export type Ending =
  | { readonly type: 'refused'; readonly status: Exclude<AnswerStatus, 'answered' | 'clarification'> }
  | { readonly type: 'clarification'; readonly options: readonly Suggestion[] }
  | { readonly type: 'small_talk'; readonly kind: SmallTalkKind }
  | { readonly type: 'complaint' }
  | { readonly type: 'danger'; readonly kind: DangerKind };

export type StepResult =
  | { readonly type: 'next'; readonly draft: Draft; readonly outcome: string }
  | { readonly type: 'end'; readonly ending: Ending; readonly outcome: string };

export interface StepDeps {
  readonly conversation: Conversation;
  readonly search: PassageSearch;
  readonly model: LanguageModel;
  /** Hears the checked sentences of an answer while the rest is still being written. */
  readonly onWriting?: (body: WrittenBody, language: Language) => void;
}

export type WrittenBody = Extract<AnswerBody, { type: 'written' }>;

/** One step of the pipeline: looks at the draft, and hands it on or ends the answer early with a named ending. */
export interface Step {
  readonly name: string;
  /** Changes when the step's behaviour does, so that old answers can be told from new ones. */
  readonly version: string;
  run(draft: Draft, deps: StepDeps): Promise<StepResult> | StepResult;
}

export const next = (draft: Draft, outcome = 'passed'): StepResult => ({ type: 'next', draft, outcome });
export const end = (ending: Ending, outcome: string): StepResult => ({ type: 'end', ending, outcome });
