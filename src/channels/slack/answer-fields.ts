import type { types } from '@slack/bolt';
import { OUTCOMES } from '../../appeals/index.ts';
import type { ExtensionOffer } from '../../deadlines/index.ts';
import type { Day } from '../../kernel/day.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { LIMITS, plain } from './card-blocks.ts';

const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };
/** Slack shows no more boxes in one group. */
const MAX_BOXES = 10;

export interface ModalFacts {
  readonly head: string;
  readonly today: Day;
  readonly citizenLanguage: Language;
  readonly offer: ExtensionOffer | null;
  readonly candidate: { code: string; name: string } | null;
  readonly dayText: (on: Day) => string;
  /** What the citizen asks for, to be ticked. */
  readonly points?: readonly { readonly position: number; readonly text: string }[];
  /** The body's answers carry a number of their own. */
  readonly wantsNumber?: boolean;
  /** Words of the answer that waits in one's hand. */
  readonly words?: string;
  /** Approved words of the body, filled in for the case. */
  readonly templates: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** Words to begin with: those of the chosen template. */
  readonly begun?: { readonly templateId: string; readonly text: string } | undefined;
}

/** Fields whose label is their name in the texts. */
export function createFields(t: Translate) {
  const field = (
    language: Language,
    id: string,
    element: types.InputBlock['element'],
    hint?: string,
  ): types.InputBlock => ({
    type: 'input',
    block_id: id,
    label: plain(t(language, `officers-field-${id}`), 200),
    element,
    ...(hint ? { hint: plain(hint, 200) } : {}),
  });
  return { field };
}

export const text = (id: string, multiline: boolean): types.PlainTextInput => ({
  type: 'plain_text_input',
  action_id: 'v',
  multiline,
  max_length: multiline ? 3_000 : 60,
  ...(id === 'text' ? { focus_on_load: true } : {}),
});

export function choice(
  options: readonly { value: string; label: string }[],
  chosen: string | null,
): types.StaticSelect {
  const shown = options.map(({ value, label }) => ({ text: plain(label, LIMITS.button), value }));
  const initial = shown.find(({ value }) => value === chosen);
  return { type: 'static_select', action_id: 'v', options: shown, ...(initial ? { initial_option: initial } : {}) };
}

/** Chosen words appear in the form at once. */
function templateChoice(t: Translate, language: Language, { templates, begun }: ModalFacts): types.KnownBlock {
  const options = templates.slice(0, 100).map(({ id, name }) => ({ text: plain(name, LIMITS.button), value: id }));
  const initial = options.find(({ value }) => value === begun?.templateId);
  return {
    type: 'section',
    block_id: 'template',
    text: plain(t(language, 'officers-field-template'), 200),
    accessory: {
      type: 'static_select',
      action_id: 'm:template',
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}

/** Number and date of the body's own correspondence. */
export function outgoingFields(t: Translate, language: Language): types.InputBlock[] {
  const { field } = createFields(t);
  return [
    { ...field(language, 'outgoing-number', text('outgoing-number', false)), optional: true },
    { ...field(language, 'outgoing-on', { type: 'datepicker', action_id: 'v' }), optional: true },
  ];
}

/** Template, words, points to tick, outcome, language, files, and the number where the body's answers carry one. */
export function answerFields(t: Translate, language: Language, facts: ModalFacts): types.KnownBlock[] {
  const { field } = createFields(t);
  const boxes = (facts.points ?? []).slice(0, MAX_BOXES).map(({ position, text: words }) => ({
    text: plain(`${position}. ${words}`, LIMITS.button),
    value: String(position),
  }));
  return [
    ...(facts.templates.length > 0 ? [templateChoice(t, language, facts)] : []),
    {
      ...field(language, 'text', {
        ...text('text', true),
        ...(facts.begun ? { initial_value: facts.begun.text.slice(0, 3_000) } : {}),
      }),
      // Slack keeps what was typed in a field of the same name: other words need another name.
      block_id: facts.begun ? `text:${facts.begun.templateId}` : 'text',
    },
    ...(boxes.length > 0
      ? [
          {
            ...field(
              language,
              'points',
              { type: 'checkboxes', action_id: 'v', options: boxes },
              t(language, 'officers-points-hint'),
            ),
            optional: true,
          },
        ]
      : []),
    field(
      language,
      'outcome',
      choice(
        OUTCOMES.map((outcome) => ({ value: outcome, label: t(language, 'officers-outcome', { outcome }) })),
        null,
      ),
    ),
    field(
      language,
      'language',
      choice(
        LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] })),
        facts.citizenLanguage,
      ),
    ),
    { ...field(language, 'files', { type: 'file_input', action_id: 'v', max_files: 5 }), optional: true },
    ...(facts.wantsNumber ? outgoingFields(t, language) : []),
  ];
}
