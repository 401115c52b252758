import type { FiredPoint } from './due-points-repository.ts';

export interface Digest<Receiver extends string> {
  readonly receiver: Receiver;
  /** One line per ticket and date, the most pressing first: the latest step says what the earlier ones said. */
  readonly points: readonly FiredPoint[];
}

/** One message per receiver instead of a flood. A point without a receiver is not lost: it is returned apart. */
export function digestsOf<Receiver extends string>(
  points: readonly FiredPoint[],
  receiversOf: (point: FiredPoint) => readonly Receiver[],
): { readonly digests: readonly Digest<Receiver>[]; readonly unheard: readonly FiredPoint[] } {
  const lines = new Map<Receiver, Map<string, FiredPoint>>();
  const unheard: FiredPoint[] = [];
  for (const point of points) {
    const receivers = receiversOf(point);
    if (receivers.length === 0) unheard.push(point);
    for (const receiver of receivers) {
      const own = lines.get(receiver) ?? new Map<string, FiredPoint>();
      const key = `${point.ticketId} ${point.clock}`;
      const earlier = own.get(key);
      if (!earlier || earlier.dueAt <= point.dueAt) own.set(key, point);
      lines.set(receiver, own);
    }
  }
  const byUrgency = (a: FiredPoint, b: FiredPoint) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
  const digests = [...lines].map(([receiver, own]) => ({ receiver, points: [...own.values()].sort(byUrgency) }));
  return { digests, unheard };
}
