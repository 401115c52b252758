import type { TerritoryCode } from '../kernel/ids.ts';
import type { MentionReason, PlaceMention, PlaceOfText } from './place-mention.ts';
import type { Territory, TerritoryLevel } from './territory.ts';
import type { TerritoryTree } from './territory-tree.ts';

interface Candidate {
  readonly code: TerritoryCode;
  readonly level: TerritoryLevel;
}

export interface RawMention {
  readonly candidates: readonly Candidate[];
  readonly confidence: number;
  /** `needs_context`: dropped unless another mention in the text, or the writer's whereabouts, supports it. */
  readonly certainty: 'marked' | 'plain' | 'needs_context';
  readonly reason: MentionReason;
  readonly matched: string;
  readonly start: number;
  readonly end: number;
}

const UNDECIDED = 0.35;

/** Lets the mentions of one text decide each other: `Абайский район` beside `Шымкент` is the one in Shymkent. */
export function settle(raw: readonly RawMention[], tree: TerritoryTree, near?: TerritoryCode): PlaceMention[] {
  const sure = raw.filter(({ certainty }) => certainty !== 'needs_context');
  const settled: PlaceMention[] = [];
  for (const mention of raw) {
    const others = sure.filter((other) => other !== mention);
    const related = byContext(mention.candidates, others, tree);
    const local =
      near && related.length !== 1 ? byNearness(related.length > 0 ? related : mention.candidates, near, tree) : [];
    const chosen = related.length === 1 ? related : local.length > 0 ? local : related;
    if (chosen.length === 0 && mention.certainty === 'needs_context') continue;
    const pool = chosen.length > 0 ? chosen : mention.candidates;
    const [first, ...rest] = pool;
    if (!first) continue;
    const { matched, start, end, reason } = mention;
    const ambiguousWith = rest.map(({ code }) => code);
    const confidence = confidenceOf(mention, chosen.length, ambiguousWith.length);
    settled.push({ code: first.code, level: first.level, confidence, matched, start, end, reason, ambiguousWith });
  }
  return settled;
}

function confidenceOf({ confidence, certainty }: RawMention, chosen: number, alternatives: number): number {
  if (alternatives > 0) return Math.min(confidence, UNDECIDED);
  if (chosen === 0) return confidence;
  return certainty === 'marked' ? Math.max(confidence, 0.95) : Math.max(confidence, 0.75);
}

/** Candidates that lie inside, around, or in one district with a unit another mention names; the closest relation wins. */
function byContext(
  candidates: readonly Candidate[],
  others: readonly RawMention[],
  tree: TerritoryTree,
): readonly Candidate[] {
  return closest(candidates, (candidate) => {
    const reached = others.flatMap((other) => other.candidates.map(({ code }) => kinship(candidate.code, code, tree)));
    return Math.max(0, ...reached);
  });
}

function byNearness(candidates: readonly Candidate[], near: TerritoryCode, tree: TerritoryTree): readonly Candidate[] {
  const home = new Set(tree.lineage(near).map(({ code }) => code));
  return closest(candidates, ({ code }) => tree.lineage(code).filter((unit) => home.has(unit.code)).length);
}

/** How deep in the tree two different units meet; 0 where they share no more than a region. */
function kinship(left: TerritoryCode, right: TerritoryCode, tree: TerritoryTree): number {
  if (left === right) return 0;
  const line = tree.lineage(right);
  const meeting = tree.lineage(left).find(({ code }) => line.some((unit) => unit.code === code));
  if (!meeting) return 0;
  const isNested = meeting.code === left || meeting.code === right;
  return isNested || meeting.level === 'district' ? tree.lineage(meeting.code).length : 0;
}

function closest(candidates: readonly Candidate[], scoreOf: (candidate: Candidate) => number): readonly Candidate[] {
  const scores = candidates.map(scoreOf);
  const best = Math.max(0, ...scores);
  return best === 0 ? [] : candidates.filter((_, at) => scores[at] === best);
}

/** The most precise mention that agrees with the others; the first one where several places are named. */
export function choosePlace(mentions: readonly PlaceMention[], tree: TerritoryTree): PlaceOfText {
  let best: { mention: PlaceMention; score: number } | null = null;
  for (const mention of mentions) {
    const line = tree.lineage(mention.code).map(({ code }) => code);
    const support = mentions.filter(
      (other) => other !== mention && line.includes(other.code) && other.ambiguousWith.length === 0,
    );
    const score = mention.confidence + support.reduce((sum, { confidence }) => sum + confidence, 0);
    if (!best || score > best.score + 1e-9) best = { mention, score };
  }
  if (!best) return { type: 'none' };
  const { mention } = best;
  if (mention.ambiguousWith.length === 0) return { type: 'found', mention };
  const candidates = [mention.code, ...mention.ambiguousWith];
  const common = commonUnit(candidates, tree);
  if (!common) return { type: 'ambiguous', mention, candidates };
  return { type: 'found', mention: { ...mention, code: common.code, level: common.level, confidence: 0.75 } };
}

const LEVELS_WORTH_HAVING: ReadonlySet<TerritoryLevel> = new Set(['district', 'city', 'city_district', 'city_rep']);

/** Two villages of one name in one district leave no doubt about the district. */
function commonUnit([first, ...rest]: readonly TerritoryCode[], tree: TerritoryTree): Territory | null {
  if (!first) return null;
  const shared = tree.lineage(first).filter(({ code }) => rest.every((other) => tree.isWithin(other, code)));
  return shared.find(({ level }) => LEVELS_WORTH_HAVING.has(level)) ?? null;
}
