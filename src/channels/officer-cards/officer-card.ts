import type { ChannelPolicy } from '../../agencies/index.ts';
import { type AnswerDraft, type OfficerCaseView, showCaseNumber, type ThreadEntry } from '../../appeals/index.ts';
import { type Day, daysBetween } from '../../kernel/day.ts';
import { TerritoryCode } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { TerritoryTree } from '../../territories/index.ts';
import { type ActType, allows } from './officer-acts.ts';

/** Buttons of a card, in this order. `open` leads to the console, where identity and files are. */
export const CARD_VERBS = [
  'take',
  'register',
  'answer',
  'ask',
  'extend',
  'redirect',
  'hear',
  'forward',
  'pass',
  'return',
] as const satisfies readonly ActType[];
export type CardVerb = (typeof CARD_VERBS)[number];

export interface OfficerCard {
  readonly ticketId: string;
  readonly policy: ChannelPolicy;
  readonly title: string;
  readonly lines: readonly string[];
  /** The citizen's words as far as the policy shows them; never under `link_only`. */
  readonly excerpt: string | null;
  readonly buttons: readonly { readonly verb: CardVerb; readonly label: string }[];
  readonly open: { readonly label: string; readonly url: string };
}

export interface CardNames {
  topic(id: string, language: Language): string;
  day(on: Day, language: Language): string;
}

interface Deps {
  readonly t: Translate;
  readonly names: CardNames;
  readonly tree: Pick<TerritoryTree, 'lineage'>;
  readonly publicUrl: string;
  /** The words as written; only for channels that may show everything. */
  readonly openWords: (entry: ThreadEntry) => string;
}

/** An answer on its way is let go or given back by its hand; everything else is the ticket's own command. */
const isOffered = (verb: CardVerb, { commands }: OfficerCaseView, stage: AnswerDraft['stage'] | null): boolean =>
  verb === 'pass' || verb === 'return' ? stage === 'approver' || stage === 'signatory' : commands.includes(verb);

const EXCERPT_CHARACTERS = 600;
/** Anything finer than this says where somebody lives. */
const COARSE_LEVELS: readonly string[] = ['region', 'city_rep', 'district', 'city', 'city_district'];

/** The one card of a ticket for every channel of officers: what it says and offers depends on the policy only. */
export function createOfficerCards({ t, names, tree, publicUrl, openWords }: Deps) {
  function districtOf(code: string | null, language: Language): string | null {
    if (!code) return null;
    const unit = tree.lineage(TerritoryCode.parse(code)).find(({ level }) => COARSE_LEVELS.includes(level));
    return unit?.name[language] ?? null;
  }

  function dueLine(
    { ticket, statutoryOverdue, promiseBroken, registrationOverdue }: OfficerCaseView,
    today: Day,
    language: Language,
  ): string[] {
    const line = (key: string, on: Day) =>
      t(language, key, { on: names.day(on, language), days: daysBetween(today, on) });
    const isOpen = !['answered', 'closed', 'redirected', 'withdrawn'].includes(ticket.state);
    if (!isOpen) return [];
    return [
      ...(registrationOverdue ? [t(language, 'officers-registration-late')] : []),
      ...(ticket.promisedOn
        ? [line(promiseBroken ? 'officers-promise-broken' : 'officers-promised', ticket.promisedOn)]
        : []),
      ...(ticket.statutoryOn
        ? [line(statutoryOverdue ? 'officers-statutory-passed' : 'officers-statutory', ticket.statutoryOn)]
        : []),
    ];
  }

  function words(entry: ThreadEntry, policy: ChannelPolicy): string {
    return policy === 'full' ? openWords(entry) : entry.maskedText;
  }

  /** One entry of the case as a thread carries it; null where the policy lets nothing through. */
  function entryText(entry: ThreadEntry, policy: ChannelPolicy, language: Language): string | null {
    if (policy === 'link_only') return null;
    const head = t(language, 'officers-entry', { kind: entry.kind });
    return `${head}\n${words(entry, policy)}`;
  }

  function card(
    view: OfficerCaseView,
    {
      policy,
      language,
      today,
      takenBy,
      stage = null,
    }: {
      policy: ChannelPolicy;
      language: Language;
      today: Day;
      takenBy: string | null;
      /** Whose hand an answer on its way waits in. */
      stage?: AnswerDraft['stage'] | null;
    },
  ): OfficerCard {
    const { appeal, ticket } = view;
    const topic = appeal.topicId ? names.topic(appeal.topicId, language) : t(language, 'officers-no-topic');
    const district = districtOf(appeal.place.territoryCode, language);
    const address = policy === 'full' ? appeal.place.addressText : null;
    const place = [district, address].filter(Boolean).join(', ');
    const statement = view.entries.find(({ kind }) => kind === 'statement');
    const shown = statement && policy !== 'link_only' ? words(statement, policy) : null;
    return {
      ticketId: ticket.id,
      policy,
      title: `№ ${showCaseNumber(appeal.number ?? '')} · ${topic}`,
      lines: [
        ...(appeal.urgent ? [t(language, 'officers-urgent')] : []),
        ...(place ? [t(language, 'officers-where', { place })] : []),
        t(language, 'officers-state', { state: ticket.state }),
        ...(ticket.registrationNumber && policy !== 'link_only'
          ? [t(language, 'officers-register-number', { number: ticket.registrationNumber })]
          : []),
        ...dueLine(view, today, language),
        ...(takenBy ? [t(language, 'officers-taken-by', { name: takenBy })] : []),
        ...(stage ? [t(language, 'officers-answer-waits', { stage })] : []),
      ],
      excerpt:
        shown === null || shown.length <= EXCERPT_CHARACTERS
          ? shown
          : `${shown.slice(0, EXCERPT_CHARACTERS - 1).toWellFormed()}…`,
      buttons: CARD_VERBS.filter(
        (verb) =>
          allows(policy, verb) && isOffered(verb, view, stage) && !(verb === 'take' && ticket.officerId !== null),
      ).map((verb) => ({
        verb,
        label: t(language, `officers-button-${verb}`),
      })),
      open: { label: t(language, 'officers-button-open'), url: `${publicUrl}/console/tickets/${ticket.id}` },
    };
  }

  return { card, entryText };
}
export type OfficerCards = ReturnType<typeof createOfficerCards>;
