import type { Journal } from '../journal/index.ts';
import { zoned } from '../kernel/day.ts';
import type { AppealId, CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText, type Mask, type Sealing } from '../privacy/index.ts';
import { isMeasured, pointTexts } from './answers/points.ts';
import { type Appeal, applyAppealEvent, type CitizenChoice, type Kind, NOT_ROUTED, type Place } from './appeal.ts';
import { type AppealsRepository, newAppealId } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { MatterRouter } from './ports.ts';
import type { NewFile } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { isOpenTicket } from './ticket.ts';

/** The longest message Telegram carries; longer statements come as several messages or on the web. */
export const MAX_STATEMENT_CHARACTERS = 8_000;
export const MAX_FILES = 10;
const TITLE_CHARACTERS = 80;
const NO_PLACE: Place = { territoryCode: null, addressText: null, point: null };

/** One message of a citizen, whatever channel it came through. */
export interface Contribution {
  readonly text: string;
  readonly files: readonly NewFile[];
  readonly place: Partial<Place> | null;
  /** The channel's own reference of the message; parts of one album share it. */
  readonly sourceRef: string | null;
}

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly timezone: string;
}

/** Writing a case before it is sent: everything here only its author sees. */
export function createDraftsService({ appeals, thread, journal, news, router, mask, sealing, timezone }: Deps) {
  /** Asks the router again after every change; what the citizen chose stays chosen. */
  async function reroute(
    tx: Tx,
    appeal: Appeal,
    usualTerritory: TerritoryCode | null,
    chosen: CitizenChoice = appeal.routing.chosen,
  ): Promise<Appeal> {
    const texts = (await thread.of(appeal.id, tx)).map(({ maskedText }) => maskedText as string);
    const next = {
      ...applyAppealEvent(appeal, { type: 'amended' }, tx.now),
      ...opinionOn(tx, appeal, texts, usualTerritory, chosen),
    };
    await appeals.save(tx, next);
    await news.card(tx, next);
    return next;
  }

  /** What the router makes of the words, as the appeal's own fields. */
  function opinionOn(
    tx: Tx,
    appeal: Appeal,
    texts: readonly string[],
    usualTerritory: TerritoryCode | null,
    chosen: CitizenChoice,
  ): Pick<Appeal, 'kind' | 'title' | 'points' | 'topicId' | 'place' | 'urgent' | 'sensitive' | 'routing'> {
    const text = texts.join('\n');
    const opinion = router.propose(
      { text, language: appeal.language, place: appeal.place, usualTerritory, chosen },
      zoned(tx.now, timezone).on,
    );
    const topicId = chosen.topicId ?? ('topicId' in opinion.record ? opinion.record.topicId : null);
    return {
      kind: opinion.kind,
      title: titleOf(text),
      points: pointTexts(texts),
      topicId,
      place: { ...appeal.place, territoryCode: appeal.place.territoryCode ?? opinion.territoryCode },
      urgent: opinion.urgent,
      sensitive: opinion.sensitive,
      routing: { record: opinion.record, chosen, ...(opinion.trace ? { trace: opinion.trace } : {}) },
    };
  }

  function readWords({ text }: Contribution) {
    const words = checkedText(text);
    return { words, ...mask(words) };
  }

  async function store(
    tx: Tx,
    appeal: Appeal,
    kind: 'statement' | 'addition',
    { files, sourceRef }: Contribution,
    { words, masked, found }: ReturnType<typeof readWords>,
  ): Promise<void> {
    await thread.add(tx, {
      appealId: appeal.id,
      kind,
      author: 'citizen',
      authorId: appeal.citizenId,
      language: appeal.language,
      maskedText: masked,
      sealedText: found.length > 0 ? sealing.seal(words, `entry:${appeal.id}`) : null,
      sourceRef,
      files,
    });
  }

  async function own(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<Appeal> {
    const appeal = await appeals.get(tx, id);
    // Somebody else's case is "not found", whatever number or button was used.
    if (appeal.citizenId !== citizenId) throw new Refusal('appeal.not_found', {});
    return appeal;
  }

  return {
    own,

    async start(
      tx: Tx,
      {
        citizenId,
        language,
        channel,
        usualTerritory,
        kind,
        ...contribution
      }: Contribution & {
        citizenId: CitizenId;
        language: Language;
        channel: string;
        usualTerritory: TerritoryCode | null;
        kind?: Kind | null;
      },
    ): Promise<Appeal> {
      const appeal: Appeal = {
        id: newAppealId(tx.now),
        revision: 1,
        number: null,
        citizenId,
        state: 'draft',
        kind: kind ?? 'problem',
        language,
        title: '',
        points: [],
        topicId: null,
        place: { ...NO_PLACE, ...contribution.place },
        channel,
        urgent: false,
        sensitive: false,
        resolution: null,
        disputes: 0,
        routing: { ...NOT_ROUTED, chosen: { ...NOT_ROUTED.chosen, kind: kind ?? null } },
        externalNumber: null,
        sealedOnBehalfOf: null,
        createdAt: tx.now,
        submittedAt: null,
        closedAt: null,
      };
      const read = readWords(contribution);
      const routed = { ...appeal, ...opinionOn(tx, appeal, [read.masked], usualTerritory, appeal.routing.chosen) };
      await appeals.insert(tx, routed);
      await store(tx, routed, 'statement', contribution, read);
      await journal.append(tx, streamOf(appeal.id), {
        type: 'appeal.drafted',
        actor: { kind: 'citizen', id: citizenId },
        facts: { channel, language },
      });
      await news.card(tx, routed);
      return routed;
    },

    /** More words, photos or a place for a draft. A further part of an album joins the entry of its first part. */
    async amend(
      tx: Tx,
      id: AppealId,
      citizenId: CitizenId,
      contribution: Contribution,
      usualTerritory: TerritoryCode | null,
    ): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      if (appeal.state !== 'draft') throw new Refusal('appeal.move_refused', { state: appeal.state, event: 'amended' });
      const album = contribution.sourceRef ? await thread.findBySource(tx, contribution.sourceRef) : null;
      if (album && album.appealId === id) {
        await thread.addFiles(
          tx,
          album.id,
          album.files.length,
          contribution.files.slice(0, Math.max(0, MAX_FILES - album.files.length)),
        );
      } else if (contribution.text !== '' || contribution.files.length > 0) {
        await store(tx, appeal, 'addition', contribution, readWords(contribution));
      }
      const place = contribution.place ? { ...NO_PLACE, ...contribution.place } : appeal.place;
      return reroute(tx, { ...appeal, place }, usualTerritory);
    },

    /**
     * The citizen edited a message already sent to us: a draft follows it, a sent case keeps the old words in its journal.
     * Null when nothing changed.
     */
    async rewrite(tx: Tx, sourceRef: string, citizenId: CitizenId, text: string): Promise<Appeal | null> {
      const entry = await thread.findBySource(tx, sourceRef);
      if (!entry || entry.authorId !== citizenId) return null;
      const appeal = await own(tx, entry.appealId, citizenId);
      const words = checkedText(text);
      const { masked, found } = mask(words);
      if (masked === entry.maskedText) return null;
      await journal.append(tx, streamOf(appeal.id), {
        type: 'entry.rewritten',
        actor: { kind: 'citizen', id: citizenId },
        facts: { entryId: entry.id, state: appeal.state },
        text: { before: entry.maskedText },
      });
      await thread.rewrite(tx, entry.id, {
        maskedText: masked,
        sealedText: found.length > 0 ? sealing.seal(words, `entry:${appeal.id}`) : null,
      });
      if (appeal.state === 'draft') return reroute(tx, appeal, null);
      const said = (await thread.of(appeal.id, tx)).filter(isMeasured).map(({ maskedText }) => maskedText);
      const after = { ...appeal, points: pointTexts(said), revision: appeal.revision + 1 };
      await appeals.save(tx, after);
      for (const ticket of await appeals.ticketsOf(tx, appeal.id))
        if (isOpenTicket(ticket.state)) await news.toAgency(tx, ticket, 'changed');
      return after;
    },

    /** The citizen says what it is about, or of which kind. */
    async choose(
      tx: Tx,
      id: AppealId,
      citizenId: CitizenId,
      choice: Partial<CitizenChoice>,
      usualTerritory: TerritoryCode | null,
    ): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      await journal.append(tx, streamOf(id), {
        type: 'routing.chosen_by_citizen',
        actor: { kind: 'citizen', id: citizenId },
        facts: { ...choice, proposed: appeal.topicId },
      });
      return reroute(tx, appeal, usualTerritory, { ...appeal.routing.chosen, ...choice });
    },

    async discard(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      const after = applyAppealEvent(appeal, { type: 'discarded' }, tx.now);
      await appeals.save(tx, after);
      await journal.append(tx, streamOf(id), { type: 'appeal.discarded', actor: { kind: 'citizen', id: citizenId } });
      await news.card(tx, after);
      return after;
    },
  };
}
export type DraftsService = ReturnType<typeof createDraftsService>;

export const streamOf = (id: AppealId): string => `appeal:${id}`;

export function checkedText(text: string): string {
  const words = cleanText(text);
  if ([...words].length > MAX_STATEMENT_CHARACTERS)
    throw new Refusal('appeal.text_too_long', { limit: MAX_STATEMENT_CHARACTERS });
  return words;
}

/** The first sentence that says something, or as much of it as fits a line; a greeting or a bare place says nothing yet. */
export function titleOf(maskedText: string): string {
  const sentences = maskedText
    .split(/(?<=[.!?])\s|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  const first = sentences.find((sentence) => sentence.split(/\s+/u).length >= 3) ?? sentences[0] ?? '';
  const letters = [...first];
  return letters.length <= TITLE_CHARACTERS
    ? first.replace(/[.!?]+$/u, '')
    : `${letters
        .slice(0, TITLE_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;
}
