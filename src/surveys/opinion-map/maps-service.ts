import type { Journal } from '../../journal/index.ts';
import type { CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { createLot } from '../questionnaire/lot.ts';
import type { Words } from '../questionnaire/words.ts';
import { drawMap } from './draw-map.ts';
import type { MapsRepository, OpinionTopic, Statement } from './maps-repository.ts';
import { type DrawnMap, type PublicMap, publicMapOf, type Standing, standingOf } from './public-map.ts';
import { drawStatement, routingPriority } from './statements.ts';
import type { Vote } from './vote-matrix.ts';

/** A drawn map is good for this long; drawing takes up to a second of work. */
const KEEP_MS = 60_000;
const MAX_PROPOSALS = 5;
const MAX_WORDS = 280;

/** One statement for one person, and how far they are. */
export interface NextStatement {
  readonly statement: Statement;
  readonly position: number;
  readonly total: number;
}

interface Deps {
  readonly maps: MapsRepository;
  readonly journal: Journal;
  readonly mask: (text: string) => string;
  readonly newSecret: () => string;
  readonly nowMs: () => number;
}

/** Opinion maps in the manner of Pol.is: statements of citizens, one at a time, groups by mathematics, unity first. */
export function createOpinionMaps({ maps, journal, mask, newSecret, nowMs }: Deps) {
  const drawn = new Map<string, { at: number; map: Promise<DrawnMap> }>();

  async function draw(mapId: string): Promise<DrawnMap> {
    const [statements, votes] = await Promise.all([maps.statements(mapId), maps.votes(mapId)]);
    const at = new Map(statements.map(({ id }, index) => [id, index]));
    const rows = Map.groupBy(votes, ({ citizenId }) => citizenId);
    const map = drawMap({
      statements: statements.length,
      removed: new Set(statements.flatMap(({ state }, index) => (state === 'open' ? [] : [index]))),
      people: [...rows.values()].map(
        (cast) =>
          new Map(
            cast.flatMap(({ statementId, vote }): [number, Vote][] =>
              at.has(statementId) ? [[at.get(statementId) ?? 0, vote]] : [],
            ),
          ),
      ),
    });
    return { people: [...rows.keys()], statements, map };
  }

  function current(mapId: string, keepMs = KEEP_MS): Promise<DrawnMap> {
    const known = drawn.get(mapId);
    if (known && nowMs() - known.at < keepMs) return known.map;
    const map = draw(mapId);
    drawn.set(mapId, { at: nowMs(), map });
    map.catch(() => drawn.delete(mapId));
    return map;
  }

  async function openTopic(tx: Tx, mapId: string): Promise<OpinionTopic> {
    const topic = await maps.get(mapId, tx);
    if (topic.state !== 'open' || topic.closesAt <= tx.now) throw new Refusal('survey.closed');
    return topic;
  }

  return {
    async create(
      tx: Tx,
      {
        agencyCode,
        title,
        question,
        closesAt,
        statements,
        by,
      }: {
        agencyCode: string;
        title: Words;
        question: Words;
        closesAt: Date;
        statements: readonly { words: string; language: Language }[];
        by: string;
      },
    ): Promise<OpinionTopic> {
      const topic = await maps.add(tx, { agencyCode, title, question, closesAt, code: newSecret().slice(-16), by });
      for (const statement of statements)
        await maps.addStatement(tx, { ...statement, mapId: topic.id, authorId: null, state: 'open' });
      await journal.append(tx, `opinion-map:${topic.id}`, {
        type: 'opinion_map.opened',
        actor: { kind: 'operator', id: by },
        facts: { agencyCode, statements: statements.length },
      });
      return topic;
    },

    /** Draws one statement the person has not seen; unfamiliar and surprising ones more often, so that each gets its share. */
    async next(tx: Tx, mapId: string, citizenId: CitizenId): Promise<NextStatement | null> {
      await openTopic(tx, mapId);
      const [{ map }, statements, seen] = [
        await current(mapId),
        await maps.statements(mapId, tx),
        await maps.seenBy(tx, mapId, citizenId),
      ];
      const open = statements.filter(({ state }) => state === 'open');
      const unseen = open
        .filter(({ id }) => !seen.has(id))
        .map((statement) => ({
          statement,
          priority:
            map.statements[statement.ordinal]?.priority ?? routingPriority({ agree: 0, disagree: 0, seen: 0 }, 1),
        }));
      const chosen = drawStatement(unseen, createLot(`${citizenId}:${seen.size}:${mapId}`));
      return chosen && { statement: chosen.statement, position: open.length - unseen.length + 1, total: open.length };
    },

    async vote(tx: Tx, statementId: string, citizenId: CitizenId, vote: Vote): Promise<string> {
      const { mapId, state } = await maps.statement(tx, statementId);
      await openTopic(tx, mapId);
      if (state === 'open') await maps.vote(tx, mapId, { citizenId, statementId, vote });
      return mapId;
    },

    /** A statement of one's own: one thought, masked, seen by a moderator first. */
    async propose(tx: Tx, mapId: string, citizenId: CitizenId, text: string, language: Language): Promise<void> {
      await openTopic(tx, mapId);
      const words = mask(text).trim().replaceAll(/\s+/g, ' ');
      if (words.length < 5 || words.length > MAX_WORDS)
        throw new Refusal('survey.statement_length', { limit: MAX_WORDS });
      if ((await maps.proposedBy(tx, mapId, citizenId)) >= MAX_PROPOSALS)
        throw new Refusal('survey.statements_enough', { limit: MAX_PROPOSALS });
      await maps.addStatement(tx, { mapId, words, language, authorId: citizenId, state: 'proposed' });
    },

    /** A statement of the operator's own, to begin a conversation with. */
    async seed(
      tx: Tx,
      mapId: string,
      { words, language }: { words: string; language: Language },
      by: string,
    ): Promise<void> {
      await openTopic(tx, mapId);
      await maps.addStatement(tx, { mapId, words, language, authorId: null, state: 'open' });
      await journal.append(tx, `opinion-map:${mapId}`, {
        type: 'opinion_map.statement_seeded',
        actor: { kind: 'operator', id: by },
        facts: {},
      });
    },

    async moderate(
      tx: Tx,
      statementId: string,
      { state, reason, by }: { state: 'open' | 'removed'; reason: string | null; by: string },
    ): Promise<void> {
      const statement = await maps.statement(tx, statementId);
      if (state === 'removed' && !reason) throw new Refusal('survey.reason_needed');
      await maps.moderate(tx, statementId, state, reason);
      await journal.append(tx, `opinion-map:${statement.mapId}`, {
        type: `opinion_map.statement_${state}`,
        actor: { kind: 'operator', id: by },
        facts: { statement: statement.ordinal },
        ...(reason ? { text: { reason } } : {}),
      });
    },

    standing: async (mapId: string, citizenId: CitizenId): Promise<Standing | null> =>
      standingOf(await current(mapId), citizenId),

    publicMap: async (mapId: string): Promise<PublicMap> => publicMapOf(await maps.get(mapId), await current(mapId)),

    close: async (tx: Tx, mapId: string, by: string): Promise<void> => {
      await maps.close(tx, mapId);
      await journal.append(tx, `opinion-map:${mapId}`, {
        type: 'opinion_map.closed',
        actor: { kind: 'operator', id: by },
        facts: {},
      });
    },
    get: (mapId: string): Promise<OpinionTopic> => maps.get(mapId),
    byCode: (code: string): Promise<OpinionTopic | null> => maps.byCode(code),
    open: (now: Date): Promise<OpinionTopic[]> => maps.open(now),
    list: (): Promise<OpinionTopic[]> => maps.list(),
    statements: (mapId: string): Promise<Statement[]> => maps.statements(mapId),
    /** For those who cannot wait a minute: tests, and an operator who has just moderated. */
    redraw: (mapId: string): Promise<DrawnMap> => current(mapId, 0),
  };
}
export type OpinionMaps = ReturnType<typeof createOpinionMaps>;
