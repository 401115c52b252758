import type { types } from '@slack/bolt';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { ActType } from '../officer-cards/index.ts';
import { answerFields, choice, createFields, type ModalFacts, outgoingFields, text } from './answer-fields.ts';
import { LIMITS, plain, sectionsOf } from './card-blocks.ts';

type ModalView = types.ModalView;

const TITLE = 24;

/** Travels with the form; Slack carries 3,000 characters. */
export interface ModalMemory {
  readonly ticketId: string;
  /** Our id of the channel, and where to say how it went. */
  readonly channelId: string;
  readonly place: string | null;
  readonly threadTs: string | null;
  readonly pendingId?: string;
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

  const { field } = createFields(t);

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
        case 'hear':
          return shell(language, act, memory, [head, field(language, 'text', text('text', true))], next);
        case 'forward':
          return shell(
            language,
            act,
            memory,
            [head, { ...field(language, 'note', text('note', true)), optional: true }],
            next,
          );
        case 'answer':
          return shell(language, act, memory, [head, ...answerFields(t, language, facts)], next);
        case 'pass':
          return shell(
            language,
            act,
            memory,
            [head, ...sectionsOf(facts.words ?? ''), ...(facts.wantsNumber ? outgoingFields(t, language) : [])],
            t(language, 'officers-button-pass').slice(0, TITLE),
          );
        case 'return':
          return shell(
            language,
            act,
            memory,
            [head, field(language, 'remark', text('remark', true))],
            t(language, 'officers-button-return').slice(0, TITLE),
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
