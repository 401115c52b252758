import { InlineKeyboard } from 'grammy';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { acceptsSupport, isIn, LISTED_STATES, type PetitionView, stateOn } from '../../../../petitions/index.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import type { Names } from '../../names.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { Screen } from '../../turn.ts';
import { type PetitionVerb, petitionButton, petitionLink } from './petition-buttons.ts';

const SHORT = 300;

/** What the person who looks has to do with the petition. */
export interface Onlooker {
  readonly language: Language;
  readonly supports: boolean;
  readonly notify: boolean;
  readonly isAuthor: boolean;
  readonly receipt: string | null;
  readonly botUsername: string;
  /** By whose link they came. */
  readonly referrer?: string | null;
  /** The mark of links they share themselves. */
  readonly ownReferrer?: string | null;
}

interface Deps {
  readonly t: Translate;
  readonly names: Names;
  readonly petitions: { readonly terms: { today(now: Date): Parameters<typeof acceptsSupport>[1] } };
  readonly publicUrl: string;
}

/** A petition in one message. Its counts stand in lines of their own and are never added up. */
export function createPetitionCard({ t, names, petitions, publicUrl }: Deps) {
  /** One line per count: who, how many, of how many. */
  function countLines(view: PetitionView, language: Language): string[] {
    const { counts, profile, thresholds } = view;
    const required = (counter: string) => thresholds.find((threshold) => threshold.counter === counter)?.required;
    const [support, signatures, legal] = [required('support'), required('signatures'), required('legal_reading')];
    const found = [
      support === undefined
        ? t(language, 'petition-support', { count: counts.support })
        : t(language, 'petition-support-of', { count: counts.support, required: support }),
    ];
    if (profile.signatures === 'count' && signatures !== undefined)
      found.push(t(language, 'petition-signatures-of', { count: counts.signatures, required: signatures }));
    else if (profile.signatures === 'shown' && counts.signatures > 0)
      found.push(t(language, 'petition-signatures-shown', { count: counts.signatures }));
    if (legal !== undefined && profile.statePortal)
      found.push(
        counts.legal
          ? t(language, 'petition-legal', {
              count: counts.legal.count,
              required: legal,
              on: names.day(counts.legal.readOn, language),
            })
          : t(language, 'petition-legal-unread', { portal: profile.statePortal.name, required: legal }),
      );
    if (counts.held > 0) found.push(t(language, 'petition-held', { count: counts.held }));
    return found;
  }

  function heldLines({ heldDueOn }: PetitionView, today: Day, language: Language): string[] {
    if (!heldDueOn) return [];
    const key = heldDueOn < today ? 'petition-held-late' : 'petition-held-due';
    return [t(language, key, { on: names.day(heldDueOn, language) })];
  }

  function dutyLines({ thresholds }: PetitionView, today: Day, language: Language): string[] {
    return thresholds.flatMap(({ duty }) => {
      if (!duty) return [];
      if (duty.metAt) return [t(language, 'petition-duty-met')];
      if (duty.dueOn)
        return [
          t(language, duty.dueOn < today ? 'petition-duty-late' : 'petition-duty-due', {
            on: names.day(duty.dueOn, language),
          }),
        ];
      return [t(language, duty.ruleId ? 'petition-duty-wait' : 'petition-duty-undated')];
    });
  }

  function stateLines(view: PetitionView, now: Date, language: Language): string[] {
    const { petition, profile, counts } = view;
    switch (petition.state) {
      case 'gathering_sponsors':
        return [
          // The author's own support is one of the count and no sponsor.
          t(language, 'petition-sponsors', {
            required: profile.sponsors.count,
            count: Math.max(0, counts.support - 1),
          }),
          ...(petition.sponsorsUntil
            ? [t(language, 'petition-sponsors-until', { on: names.day(petition.sponsorsUntil, language) })]
            : []),
        ];
      case 'in_moderation':
        return petition.moderationDueOn
          ? [
              t(
                language,
                petition.moderationDueOn < petitions.terms.today(now)
                  ? 'petition-moderation-late'
                  : 'petition-moderation',
                { on: names.day(petition.moderationDueOn, language) },
              ),
            ]
          : [];
      case 'rejected':
        return [
          t(language, 'petition-rejected', {
            reason: t(language, 'petition-rejection', { code: petition.rejection?.code ?? '' }),
          }),
          ...(petition.rejection?.note ? [petition.rejection.note] : []),
        ];
      case 'expired':
        return [t(language, 'petition-outcome', { outcome: petition.outcome ?? '' })];
      case 'draft':
        return [];
      default:
        return [
          ...countLines(view, language),
          ...heldLines(view, petitions.terms.today(now), language),
          ...dutyLines(view, petitions.terms.today(now), language),
          ...(acceptsSupport(petition, petitions.terms.today(now)) && petition.closesOn
            ? [t(language, 'petition-closes', { on: names.day(petition.closesOn, language) })]
            : [t(language, 'petition-state', { state: stateOn(petition, petitions.terms.today(now)) })]),
        ];
    }
  }

  function keyboardOf(view: PetitionView, now: Date, onlooker: Onlooker) {
    const { language, supports, notify, isAuthor, botUsername, referrer = null, ownReferrer = null } = onlooker;
    const { petition, profile, text, reply } = view;
    const keyboard = new InlineKeyboard();
    const button = (verb: PetitionVerb, key: string) =>
      keyboard.text(t(language, key), petitionButton(verb, petition.id)).row();
    if (petition.state === 'draft') {
      button('submit', 'petition-button-submit');
      button('rewrite', 'petition-button-rewrite');
      return keyboard.text(t(language, 'button-cancel'), petitionButton('discard', petition.id));
    }
    const open = acceptsSupport(petition, petitions.terms.today(now));
    if (open && !supports)
      keyboard.text(t(language, 'petition-button-support'), petitionButton('ask_support', petition.id, referrer)).row();
    if (profile.statePortal && view.counts.legal)
      keyboard
        .url(t(language, 'petition-button-portal', { portal: profile.statePortal.name }), view.counts.legal.url)
        .row();
    const isPublic = isIn(LISTED_STATES, petition.state);
    const pageUrl = `${publicUrl}/petitions/${petition.code}`;
    if (open && isPublic && profile.signatures !== 'off' && pageUrl.startsWith('https:'))
      keyboard
        .url(
          t(language, profile.signatures === 'count' ? 'petition-button-sign' : 'petition-button-sign-shown'),
          `${pageUrl}/sign`,
        )
        .row();
    if (reply) button('reply', 'petition-button-reply');
    if (text && (text.why.length > SHORT || text.details !== '')) button('read', 'petition-button-read');
    if (open) {
      const link = encodeURIComponent(petitionLink(botUsername, petition.code, ownReferrer));
      const words = encodeURIComponent(t(language, 'petition-share-text', { ask: text?.ask ?? '' }));
      keyboard.url(t(language, 'petition-button-share'), `https://t.me/share/url?url=${link}&text=${words}`).row();
      if (isPublic) button('picture', 'petition-button-picture');
    }
    if (supports) {
      if (open || petition.state === 'in_moderation') button('withdraw', 'petition-button-withdraw');
      button(notify ? 'quiet' : 'loud', notify ? 'petition-button-quiet' : 'petition-button-loud');
    }
    if (isAuthor && petition.state === 'rejected' && !petition.appealed) button('appeal', 'petition-button-appeal');
    if (isAuthor && ['gathering_sponsors', 'in_moderation', 'open'].includes(petition.state))
      button('ask_withdraw_own', 'petition-button-author-withdraw');
    return keyboard.text(t(language, 'petition-button-back'), 'pl:all:0');
  }

  return {
    countLines,

    card(view: PetitionView, now: Date, onlooker: Onlooker): Screen {
      const { language } = onlooker;
      const { petition, text, authority } = view;
      const to = petition.agencyCode ? names.agency(petition.agencyCode, language) : authority.name[language];
      const why = text && (text.why.length > SHORT ? `${text.why.slice(0, SHORT - 1).toWellFormed()}…` : text.why);
      return {
        ...lines(
          FormattedString.b(text?.ask ?? t(language, 'petition-state', { state: petition.state })),
          why,
          '\n',
          t(language, 'petition-to', { to }),
          ...stateLines(view, now, language),
          view.integrityNote && t(language, 'petition-integrity', { note: view.integrityNote.text }),
          onlooker.supports ? t(language, 'petition-you-support') : null,
          onlooker.receipt && t(language, 'petition-receipt', { receipt: onlooker.receipt }),
        ),
        keyboard: keyboardOf(view, now, onlooker),
      };
    },
  };
}
export type PetitionCard = ReturnType<typeof createPetitionCard>;
