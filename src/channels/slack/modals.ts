import type { types } from '@slack/bolt';
import { OUTCOMES } from '../../appeals/index.ts';
import type { ExtensionOffer } from '../../deadlines/index.ts';
import type { Day } from '../../kernel/day.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { ActType } from '../officer-cards/index.ts';
import { LIMITS, plain, sectionsOf } from './card-blocks.ts';

type ModalView = types.ModalView;

const TITLE = 24;
const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** Travels with the form; Slack carries 3,000 characters. */
export interface ModalMemory {
  readonly ticketId: string;
  /** Our id of the channel, and where to say how it went. */
  readonly channelId: string;
  readonly place: string | null;
  readonly threadTs: string | null;
  readonly pendingId?: string;
}

export interface ModalFacts {
  readonly head: string;
  readonly today: Day;
  readonly citizenLanguage: Language;
  readonly offer: ExtensionOffer | null;
  readonly candidate: { code: string; name: string } | null;
  readonly dayText: (on: Day) => string;
  /** Approved words of the body, filled in for the case. */
  readonly templates: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** Words to begin with: those of the chosen template. */
  readonly begun?: { readonly templateId: string; readonly text: string } | undefined;
}

/** The forms of the card's buttons. Field names are block ids, so that an error lands under its field. */
export function createModals(t: Translate) {
  const shell = (
    language: Language,
    type: string,
    memory: ModalMemory,
    blocks: types.KnownBlock[],
    submit: string,
  ): ModalView => ({
    type: 'modal',
    callback_id: `m:${type}`,
    private_metadata: JSON.stringify(memory),
    title: plain(t(language, `officers-modal-${type === 'confirm' ? 'preview' : type}`), TITLE),
    submit: plain(submit, TITLE),
    close: plain(t(language, 'officers-button-cancel'), TITLE),
    blocks: blocks.slice(0, LIMITS.blocks),
  });

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
  const text = (id: string, multiline: boolean): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'v',
    multiline,
    max_length: multiline ? 3_000 : 60,
    ...(id === 'text' ? { focus_on_load: true } : {}),
  });
  const choice = (options: readonly { value: string; label: string }[], chosen: string | null): types.StaticSelect => {
    const shown = options.map(({ value, label }) => ({ text: plain(label, LIMITS.button), value }));
    const initial = shown.find(({ value }) => value === chosen);
    return { type: 'static_select', action_id: 'v', options: shown, ...(initial ? { initial_option: initial } : {}) };
  };

  /** Chosen words appear in the form at once. */
  const templateChoice = (language: Language, { templates, begun }: ModalFacts): types.KnownBlock => {
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
  };

  return {
    form(
      act: Exclude<ActType, 'take' | 'note'>,
      language: Language,
      memory: ModalMemory,
      facts: ModalFacts,
    ): ModalView {
      const head: types.KnownBlock = { type: 'context', elements: [plain(facts.head, 300)] };
      const next = t(language, 'officers-modal-next');
      switch (act) {
        case 'register':
          return shell(
            language,
            act,
            memory,
            [
              head,
              field(language, 'number', text('number', false)),
              field(language, 'on', { type: 'datepicker', action_id: 'v', initial_date: facts.today }),
            ],
            t(language, 'officers-button-register').slice(0, TITLE),
          );
        case 'ask':
          return shell(language, act, memory, [head, field(language, 'text', text('text', true))], next);
        case 'answer':
          return shell(
            language,
            act,
            memory,
            [
              head,
              ...(facts.templates.length > 0 ? [templateChoice(language, facts)] : []),
              {
                ...field(language, 'text', {
                  ...text('text', true),
                  ...(facts.begun ? { initial_value: facts.begun.text.slice(0, 3_000) } : {}),
                }),
                // Slack keeps what was typed in a field of the same name: other words need another name.
                block_id: facts.begun ? `text:${facts.begun.templateId}` : 'text',
              },
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
            ],
            next,
          );
        case 'extend': {
          const { offer, dayText } = facts;
          const bounds = offer
            ? t(language, 'officers-extend-bounds', {
                earliest: dayText(offer.earliest),
                latest: offer.latest ? dayText(offer.latest) : '—',
              })
            : undefined;
          const deciders = offer?.decidedBy ?? [];
          return shell(
            language,
            act,
            memory,
            [
              head,
              field(
                language,
                'until',
                {
                  type: 'datepicker',
                  action_id: 'v',
                  ...(offer ? { initial_date: offer.latest ?? offer.earliest } : {}),
                },
                bounds,
              ),
              ...(deciders.length > 0
                ? [
                    field(
                      language,
                      'decided-by',
                      choice(
                        deciders.map((who) => ({ value: who, label: who })),
                        deciders[0] ?? null,
                      ),
                    ),
                  ]
                : []),
              field(language, 'reason', text('reason', true)),
            ],
            next,
          );
        }
        case 'redirect':
          return shell(
            language,
            act,
            memory,
            [
              head,
              field(language, 'to', {
                type: 'external_select',
                action_id: 'agency',
                min_query_length: 0,
                ...(facts.candidate
                  ? {
                      initial_option: { text: plain(facts.candidate.name, LIMITS.button), value: facts.candidate.code },
                    }
                  : {}),
              }),
              field(language, 'reason', text('reason', true)),
            ],
            next,
          );
      }
    },

    /** What will leave, once more, before it does. */
    preview: (language: Language, memory: ModalMemory, words: string): ModalView =>
      shell(language, 'confirm', memory, sectionsOf(words), t(language, 'officers-button-send')),
  };
}
export type Modals = ReturnType<typeof createModals>;
