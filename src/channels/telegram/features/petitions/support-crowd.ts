import type { Update } from 'grammy/types';
import type { Citizen } from '../../../../citizens/index.ts';
import type { PetitionId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { LANES } from '../../../../notifications/index.ts';
import type { Petitions, PetitionView, RefusedSupport, SupportOutcome } from '../../../../petitions/index.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import type { Names } from '../../names.ts';
import { refusalText } from '../../refusal-text.ts';
import type { TogetherHandler } from '../../together.ts';
import type { Effect, Screen } from '../../turn.ts';
import { readPetitionButton } from './petition-buttons.ts';
import { createPetitionCard } from './petition-card.ts';

/** From here on the cards of a crowd wait behind other people's conversations. */
const CROWD = 15;

interface Deps {
  readonly t: Translate;
  readonly names: Names;
  readonly petitions: Petitions;
  readonly publicUrl: string;
  readonly citizens: {
    findByAccounts(tx: Tx, channel: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, Citizen>>;
  };
  readonly botUsername: string;
  readonly runEffects: (chatId: number, effects: readonly Effect[], lane?: number) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

interface Tap {
  readonly chatId: number;
  readonly messageId: number;
  readonly callbackQueryId: string;
  readonly petitionId: PetitionId;
  readonly referrer: string | null;
  readonly citizen: Citizen;
}

type Outcome = SupportOutcome | RefusedSupport;

/** Stand in a drawn card for what differs from person to person; as long as the real ones, so that no entity moves. */
const BLANK_RECEIPT = '0000-0000-0000-0000';
const BLANK_MARK = 'ffffffff';
type Draw = (tap: Tap, receipt: string) => Screen | null;

/**
 * The second tap of very many people in the same moment: a viral petition costs one commit for many and reads the
 * petition once, and each person still sees their own receipt. Who has not agreed to the processing of data yet, and
 * whoever is not known, goes the usual way.
 */
export function createSupportCrowd(deps: Deps): TogetherHandler<Tap> {
  const { t, petitions, citizens, runEffects, botUsername, onError } = deps;
  const { card } = createPetitionCard(deps);
  const buttonOf = ({ callback_query: query }: Update) =>
    query?.message?.chat.type === 'private' && query.data ? readPetitionButton(query.data) : null;

  function tapOf(update: Update, citizen: Citizen): Tap | null {
    const query = update.callback_query;
    const button = buttonOf(update);
    if (!query?.message || button?.verb !== 'support') return null;
    const { chat, message_id: messageId } = query.message;
    return {
      chatId: chat.id,
      messageId,
      callbackQueryId: query.id,
      petitionId: button.id,
      referrer: button.referrer,
      citizen,
    };
  }

  /** A card is drawn once per petition and language; each person gets it with their own code and link. */
  function cardsOf(views: ReadonlyMap<PetitionId, PetitionView | null>, now: Date): Draw {
    const drawn = new Map<string, { screen: Screen; keyboard: string }>();
    return ({ citizen, petitionId }, receipt) => {
      const view = views.get(petitionId);
      if (!view) return null;
      const isAuthor = view.petition.citizenId === citizen.id;
      const key = `${petitionId} ${citizen.language} ${isAuthor}`;
      let known = drawn.get(key);
      if (!known) {
        const screen = card(view, now, {
          language: citizen.language,
          supports: true,
          notify: true,
          isAuthor,
          receipt: BLANK_RECEIPT,
          botUsername,
          ownReferrer: BLANK_MARK,
        });
        known = { screen, keyboard: JSON.stringify(screen.keyboard) };
        drawn.set(key, known);
      }
      return {
        ...known.screen,
        text: known.screen.text.replace(BLANK_RECEIPT, receipt),
        keyboard: JSON.parse(known.keyboard.replaceAll(BLANK_MARK, petitions.keys.referrer(citizen.id))),
      };
    };
  }

  function effectsOf(tap: Tap, outcome: Outcome, draw: Draw): Effect[] {
    const { citizen, callbackQueryId, messageId } = tap;
    const toast = (text: string, alert = false): Effect => ({ type: 'toast', callbackQueryId, text, alert });
    if (outcome.type === 'refused') return [toast(refusalText(t, citizen.language, outcome.reason), true)];
    const key = outcome.type === 'supported' ? 'petition-support-done' : 'petition-support-already';
    const done = toast(t(citizen.language, key));
    const screen = draw(tap, outcome.receipt);
    return screen ? [done, { type: 'edit', messageId, screen }] : [done];
  }

  /** After the commit, so that the numbers hold what was just done. */
  async function show(taps: readonly Tap[], outcomes: readonly Outcome[], now: Date): Promise<void> {
    const views = new Map<PetitionId, PetitionView | null>();
    for (const id of new Set(taps.map(({ petitionId }) => petitionId))) {
      const [view, support] = await Promise.all([petitions.view.view({ id }), petitions.view.supportNow(id)]);
      views.set(id, view && { ...view, counts: { ...view.counts, support } });
    }
    const draw = cardsOf(views, now);
    const lane = taps.length > CROWD ? LANES.petitions : LANES.conversation;
    for (const [at, tap] of taps.entries()) {
      const outcome = outcomes[at];
      if (!outcome) continue;
      void runEffects(tap.chatId, effectsOf(tap, outcome, draw), lane);
      // Other chats get their turn between the cards of a crowd.
      if (at % CROWD === CROWD - 1) await new Promise(setImmediate);
    }
  }

  return {
    accepts: (update) => buttonOf(update)?.verb === 'support',

    async prepare(tx, updates) {
      const chats = updates.map((update) => String(update.callback_query?.message?.chat.id ?? ''));
      const known = await citizens.findByAccounts(tx, 'telegram', chats);
      const able = new Map<number, Tap>();
      updates.forEach((update, at) => {
        const citizen = known.get(chats[at] ?? '');
        const tap = citizen?.consentVersion && citizen.state !== 'erased' ? tapOf(update, citizen) : null;
        if (tap) able.set(update.update_id, tap);
      });
      return able;
    },

    async handle(tx, taps) {
      if (taps.length === 0) return;
      const outcomes = await petitions.support.supportMany(
        tx,
        taps.map(({ petitionId, citizen, referrer }) => ({
          petitionId,
          citizenId: citizen.id,
          tier: citizen.settings.phoneConfirmed ? 'confirmed_phone' : 'account',
          source: 'chat',
          referrer,
        })),
      );
      const { now } = tx;
      tx.afterCommit(() => void show(taps, outcomes, now).catch(onError));
    },
  };
}
