/**
 * How many of the sample each stratum gets: in proportion to its size, by largest remainders, at least one where there is
 * anybody, never more than there are.
 */
export function allocate(sizes: ReadonlyMap<string, number>, sample: number): Map<string, number> {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(sample, total);
  const exact = [...sizes].map(([stratum, size]) => ({
    stratum,
    size,
    share: total === 0 ? 0 : (wanted * size) / total,
  }));
  const given = new Map(
    exact.map(({ stratum, size, share }) => [
      stratum,
      Math.min(size, Math.max(size > 0 && wanted >= sizes.size ? 1 : 0, Math.floor(share))),
    ]),
  );
  const taken = () => [...given.values()].reduce((sum, count) => sum + count, 0);
  const byRemainder = exact.toSorted((a, b) => (b.share % 1) - (a.share % 1) || (a.stratum < b.stratum ? -1 : 1));
  while (taken() < wanted) {
    for (const { stratum, size } of byRemainder) {
      const count = given.get(stratum) ?? 0;
      if (taken() < wanted && count < size) given.set(stratum, count + 1);
    }
  }
  const byCount = [...given].toSorted((a, b) => b[1] - a[1]);
  while (taken() > wanted) {
    const largest = byCount.find(([stratum]) => (given.get(stratum) ?? 0) > 1)?.[0];
    if (largest === undefined) break;
    given.set(largest, (given.get(largest) ?? 0) - 1);
  }
  return given;
}
