export type Level = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 is perfect agreement of coders, 0 is what chance would give. Units coded by one coder only are
 * left out. Null when nothing can be compared or nothing varies.
 *
 * @param units for each thing coded, the codes it got (numbers for `ordinal` and `interval`).
 */
export function krippendorffAlpha(
  units: readonly (readonly (string | number)[])[],
  level: Level = 'nominal',
): number | null {
  const comparable = units.filter((codes) => codes.length >= 2);
  const values = [...new Set(comparable.flat())].sort((a, b) =>
    level === 'nominal' ? String(a).localeCompare(String(b)) : Number(a) - Number(b),
  );
  const at = new Map(values.map((value, index) => [value, index]));
  const coincidence = values.map(() => values.map(() => 0));
  for (const codes of comparable) {
    codes.forEach((first, i) => {
      codes.forEach((second, j) => {
        const row = coincidence[at.get(first) ?? -1];
        const column = at.get(second) ?? -1;
        if (i !== j && row) row[column] = (row[column] ?? 0) + 1 / (codes.length - 1);
      });
    });
  }
  const totals = coincidence.map((row) => row.reduce((total, count) => total + count, 0));
  const n = totals.reduce((total, count) => total + count, 0);
  if (n < 2 || values.length < 2) return null;
  let observed = 0;
  let expected = 0;
  values.forEach((_, c) => {
    values.forEach((__, k) => {
      const distance = squaredDistance(values, totals, c, k, level);
      observed += (coincidence[c]?.[k] ?? 0) * distance;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance;
    });
  });
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function squaredDistance(
  values: readonly (string | number)[],
  totals: readonly number[],
  c: number,
  k: number,
  level: Level,
): number {
  if (c === k) return 0;
  switch (level) {
    case 'nominal':
      return 1;
    case 'interval':
      return (Number(values[c]) - Number(values[k])) ** 2;
    case 'ordinal': {
      const [low, high] = c < k ? [c, k] : [k, c];
      const between = totals.slice(low, high + 1).reduce((total, count) => total + count, 0);
      return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
    }
  }
}
