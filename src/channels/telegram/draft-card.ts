import { InlineKeyboard } from 'grammy';
import type { CitizenCaseView, MatterPart, RoutingChoice } from '../../appeals/index.ts';
import type { Language } from '../../kernel/language.ts';
import { type CaseVerb, caseButton } from './callback-data.ts';
import { type CardDeps, createCardLines, oneLine } from './card-lines.ts';
import { FormattedString, fmt, lines, type Piece } from './rich-text.ts';
import type { Screen } from './turn.ts';

/** The proposal: what we understood, whom it goes to and by when, or the one question that is left. */
export function createDraftCard({ t, names, promise, wayTo }: CardDeps) {
  const { promiseLine, placeLine } = createCardLines({ t, names });

  function draftCard(view: CitizenCaseView, language: Language): Screen {
    const { appeal } = view;
    const { record } = appeal.routing;
    const head = FormattedString.b(
      appeal.title === ''
        ? t(language, 'card-wordless-head')
        : t(language, 'card-head', { kind: appeal.kind, title: appeal.title }),
    );
    const place = placeLine(view, language);
    const forWhom = appeal.sealedOnBehalfOf ? t(language, 'card-on-behalf') : null;
    const files = view.entries.reduce((sum, entry) => sum + entry.files.length, 0);
    const filesLine = files > 0 ? t(language, 'card-files', { count: files }) : null;
    const keyboard = new InlineKeyboard();
    const button = (verb: CaseVerb, key: string, index?: number) =>
      keyboard.text(t(language, key), caseButton(verb, appeal.id, index));
    switch (record?.type) {
      case 'proposal': {
        if (record.parts) return severalCard(view, record.parts, [place, forWhom, filesLine], language);
        const agency = names.agency(record.agencyCode, language);
        const way = wayTo(record.agencyCode);
        const isConnected = way === 'here';
        const promised = isConnected ? promise(record) : null;
        const alike = isConnected ? (view.alike ?? 0) : 0;
        if (alike > 0) button('join_others', 'button-join-others').row();
        const { overseer } = record;
        if (overseer)
          keyboard
            .text(
              t(language, 'button-to-overseer', { agency: names.agency(overseer, language) }),
              caseButton('choose_topic', appeal.id, record.alternatives.length - 1),
            )
            .row();
        button('send', isConnected ? 'button-send' : 'button-keep');
        button('change', 'button-change').row();
        button('set_place', 'button-place');
        button('add_photo', 'button-photo');
        button('cancel', 'button-cancel').row();
        button('why_here', 'button-why-here');
        return {
          ...lines(
            head,
            fmt`${t(language, 'card-to', { agency })}`,
            place,
            forWhom,
            filesLine,
            promised ? promiseLine(language, promised) : null,
            alike > 0 ? fmt`${'\n'}${t(language, 'card-alike', { count: alike })}` : null,
            isConnected ? null : fmt`${'\n'}${t(language, 'card-not-connected', { way })}`,
            overseer ? t(language, 'card-overseer', { agency: names.agency(overseer, language) }) : null,
          ),
          keyboard,
        };
      }
      case 'needs_place':
        button('set_place', 'button-place').row();
        button('change', 'button-change');
        button('cancel', 'button-cancel');
        return { ...lines(head, filesLine, fmt`${'\n'}${t(language, 'card-needs-place')}`), keyboard };
      case 'ask':
        record.options.slice(0, 3).forEach((option, index) => {
          keyboard
            .text(choiceLabel(option, record.options, language), caseButton('choose_topic', appeal.id, index))
            .row();
        });
        button('send', 'button-other-send').row();
        button('cancel', 'button-cancel');
        return {
          ...lines(
            head,
            place,
            filesLine,
            fmt`${'\n'}${t(language, sameTopic(record.options) ? 'card-ask-owner' : 'card-ask')}`,
          ),
          keyboard,
        };
      default:
        button('send', 'button-send');
        button('change', 'button-change').row();
        button('set_place', 'button-place');
        button('add_photo', 'button-photo');
        button('cancel', 'button-cancel');
        return {
          ...lines(
            head,
            place,
            filesLine,
            fmt`${'\n'}${t(language, appeal.title === '' ? 'card-wordless' : 'card-triage')}`,
          ),
          keyboard,
        };
    }
  }

  /** Several matters: each with its body and date; the citizen keeps all or chooses one. */
  function severalCard(
    { appeal }: CitizenCaseView,
    parts: readonly MatterPart[],
    details: readonly (string | null)[],
    language: Language,
  ): Screen {
    const keyboard = new InlineKeyboard();
    const button = (verb: CaseVerb, key: string) => keyboard.text(t(language, key), caseButton(verb, appeal.id));
    button('send', 'button-send-all').row();
    for (const [index] of parts.entries())
      keyboard.text(t(language, 'button-send-only', { n: index + 1 }), caseButton('choose_topic', appeal.id, index));
    keyboard.row();
    button('change', 'button-change');
    button('set_place', 'button-place').row();
    button('add_photo', 'button-photo');
    button('cancel', 'button-cancel');
    return {
      ...lines(
        FormattedString.b(t(language, 'card-several', { count: parts.length })),
        '\n',
        ...parts.flatMap((part, index) => [...partLines(part, index, language), '\n']),
        ...details,
        t(language, 'card-several-how'),
      ),
      keyboard,
    };
  }

  function partLines(part: MatterPart, index: number, language: Language): (Piece | null)[] {
    const way = wayTo(part.agencyCode);
    const promised = way === 'here' ? promise(part) : null;
    return [
      FormattedString.b(`${index + 1}. ${oneLine(part.text)}`),
      t(language, 'card-to', { agency: names.agency(part.agencyCode, language) }),
      way === 'here' ? promised && promiseLine(language, promised) : t(language, 'card-part-not-connected', { way }),
    ];
  }

  /** What tells the options apart: the matter, or, when that is the same, whose it is. */
  function choiceLabel(option: RoutingChoice, among: readonly RoutingChoice[], language: Language): string {
    const same = among.filter(({ topicId }) => topicId === option.topicId).length > 1;
    const label =
      same && option.agencyCode ? names.agency(option.agencyCode, language) : names.topic(option.topicId, language);
    return [...label].slice(0, 60).join('');
  }

  return draftCard;
}

const sameTopic = (options: readonly RoutingChoice[]): boolean =>
  new Set(options.map(({ topicId }) => topicId)).size < 2;
