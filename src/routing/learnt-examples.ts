/** A person's decision about a case, as the journal has it. */
export interface LearntExample {
  readonly id: string;
  readonly appealId: string;
  readonly source: 'confirmed' | 'changed' | 'redirected' | 'corrected';
  readonly topicId: string | null;
  readonly agencyCode: string | null;
  readonly labelledBy: string | null;
  readonly at: Date;
}

export interface SuspectBatch {
  readonly labelledBy: string;
  /** What nearly everything was corrected to. */
  readonly target: string;
  readonly count: number;
  readonly share: number;
  readonly ids: readonly string[];
}

const FEWEST_OF_A_BATCH = 8;
const ONE_TARGET_SHARE = 0.9;
/** Others send so much there too: then it is what happens, not what one person wants. */
const ORDINARY_SHARE = 0.5;

/**
 * One account that corrects everything to one body, while others do not, is not learnt from. Only what a person changed
 * counts; agreeing with a proposal proves nothing.
 */
export function findSuspectBatches(examples: readonly LearntExample[]): readonly SuspectBatch[] {
  const changes = examples.filter(({ source, labelledBy }) => source !== 'confirmed' && labelledBy !== null);
  const people = Map.groupBy(changes, ({ labelledBy }) => labelledBy ?? '');
  return [...people].flatMap(([labelledBy, own]) => {
    if (own.length < FEWEST_OF_A_BATCH) return [];
    const [target, hits] = commonest(own.map(targetOf));
    const share = hits / own.length;
    const others = changes.filter((example) => example.labelledBy !== labelledBy);
    const elsewhere = others.filter((example) => targetOf(example) === target).length / Math.max(1, others.length);
    if (share < ONE_TARGET_SHARE || elsewhere >= ORDINARY_SHARE) return [];
    return [{ labelledBy, target, count: own.length, share, ids: own.map(({ id }) => id) }];
  });
}

const targetOf = ({ agencyCode, topicId }: LearntExample): string => agencyCode ?? topicId ?? '';

function commonest(values: readonly string[]): readonly [string, number] {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
  return counts.reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as const);
}

/** The last word about each case; an operator outweighs the citizen, a redirect takes back what was only confirmed. */
export function lastWords(examples: readonly LearntExample[]): readonly { appealId: string; topicId: string }[] {
  const rank = { confirmed: 0, redirected: 1, changed: 2, corrected: 3 } as const;
  return [...Map.groupBy(examples, ({ appealId }) => appealId)].flatMap(([appealId, own]) => {
    const redirected = own.some(({ source }) => source === 'redirected');
    const usable = own.filter(
      ({ topicId, source }) => topicId !== null && !(redirected && (source === 'confirmed' || source === 'redirected')),
    );
    const last = usable.toSorted((a, b) => rank[b.source] - rank[a.source] || b.at.getTime() - a.at.getTime())[0];
    return last?.topicId ? [{ appealId, topicId: last.topicId }] : [];
  });
}
