/** One text after the fact: what was true, what was said first, second and third, and how sure. */
export interface Judged {
  readonly truth: string;
  readonly ranked: readonly string[];
  readonly confidence: number;
}

export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

export const isRight = ({ truth, ranked }: Judged): boolean => ranked[0] === truth;

export const accuracy = (judged: readonly Judged[]): number => share(judged.filter(isRight).length, judged.length);

export const topShare = (judged: readonly Judged[], size: number): number =>
  share(judged.filter(({ truth, ranked }) => ranked.slice(0, size).includes(truth)).length, judged.length);

/** Mean of the classes' F1 over every class that is true or said somewhere, as scikit-learn counts it. */
export function macroF1(judged: readonly Judged[]): number {
  const tally = new Map<string, { right: number; said: number; is: number }>();
  const of = (label: string) => {
    const entry = tally.get(label) ?? { right: 0, said: 0, is: 0 };
    tally.set(label, entry);
    return entry;
  };
  for (const { truth, ranked } of judged) {
    of(truth).is += 1;
    if (ranked[0] === undefined) continue;
    of(ranked[0]).said += 1;
    if (ranked[0] === truth) of(truth).right += 1;
  }
  let sum = 0;
  for (const { right, said, is } of tally.values()) sum += (2 * right) / (said + is);
  return share(sum, tally.size);
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

export function reliability(judged: readonly Judged[], binCount = 10): ReliabilityBin[] {
  return Array.from({ length: binCount }, (_, bin) => {
    const inside = judged.filter(({ confidence }) => Math.min(binCount - 1, Math.floor(confidence * binCount)) === bin);
    return {
      from: bin / binCount,
      to: (bin + 1) / binCount,
      count: inside.length,
      confidence: share(
        inside.reduce((sum, { confidence }) => sum + confidence, 0),
        inside.length,
      ),
      accuracy: accuracy(inside),
    };
  });
}

export const calibrationError = (judged: readonly Judged[]): number =>
  reliability(judged).reduce(
    (sum, bin) => sum + share(bin.count, judged.length) * Math.abs(bin.confidence - bin.accuracy),
    0,
  );

/** Accuracy of the surest part, for each share of messages that the machine is allowed to decide. */
export function riskCoverage(judged: readonly Judged[], points = 100): { coverage: number; accuracy: number }[] {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const right: number[] = [];
  for (const item of sorted) right.push((right.at(-1) ?? 0) + (isRight(item) ? 1 : 0));
  return Array.from({ length: points }, (_, point) => {
    const count = Math.max(1, Math.round(((point + 1) / points) * sorted.length));
    return { coverage: share(count, sorted.length), accuracy: share(right[count - 1] ?? 0, count) };
  });
}
