import type { Point } from './components.ts';

const BASE_CLUSTERS = 100;
const BASE_ROUNDS = 100;
const GROUP_ROUNDS = 20;
const MAX_GROUPS = 5;
const CLOSE_ENOUGH = 0.01;

export interface Groups {
  readonly k: number;
  /** Group of each point. */
  readonly groupOf: readonly number[];
  /** How well the groups are apart: 1 perfectly, 0 not at all. */
  readonly silhouette: number;
}

/** Opinion groups: fine clusters first, then as few groups of clusters as are best apart. Null with fewer than two places. */
export function findGroups(points: readonly Point[]): Groups | null {
  const base = kMeans(
    points,
    points.map(() => 1),
    firstDistinct(points, BASE_CLUSTERS),
    BASE_ROUNDS,
  );
  if (base.centres.length < 2) return null;
  const sizes = base.centres.map((_, cluster) => base.clusterOf.filter((of) => of === cluster).length);
  const most = Math.min(MAX_GROUPS, 2 + Math.floor(base.centres.length / 12), base.centres.length);
  let best: { k: number; silhouette: number; clusterOf: readonly number[] } | null = null;
  for (let k = 2; k <= most; k += 1) {
    const { clusterOf, centres } = kMeans(base.centres, sizes, firstDistinct(base.centres, k), GROUP_ROUNDS);
    const apart = silhouette(base.centres, clusterOf);
    if (centres.length >= 2 && (!best || apart > best.silhouette))
      best = { k: centres.length, silhouette: apart, clusterOf };
  }
  if (!best) return null;
  const { clusterOf } = best;
  return { k: best.k, silhouette: best.silhouette, groupOf: base.clusterOf.map((cluster) => clusterOf[cluster] ?? 0) };
}

const square = (a: Point, b: Point): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

function firstDistinct(points: readonly Point[], count: number): Point[] {
  const chosen = new Map<string, Point>();
  for (const point of points) {
    if (chosen.size === count) break;
    const key = point.join(' ');
    if (!chosen.has(key)) chosen.set(key, point);
  }
  return [...chosen.values()];
}

function kMeans(
  points: readonly Point[],
  weights: readonly number[],
  start: readonly Point[],
  rounds: number,
): { centres: Point[]; clusterOf: number[] } {
  let centres = [...start];
  let clusterOf: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    clusterOf = points.map((point) => nearest(point, centres));
    const moved = centres.map((centre, cluster) => weightedCentre(points, weights, clusterOf, cluster) ?? centre);
    const distance = Math.max(...moved.map((centre, index) => Math.sqrt(square(centre, centres[index] ?? centre))));
    centres = moved;
    if (distance < CLOSE_ENOUGH) break;
  }
  clusterOf = points.map((point) => nearest(point, centres));
  const used = [...new Set(clusterOf)].sort((a, b) => a - b);
  const renumbered = new Map(used.map((cluster, index) => [cluster, index]));
  return {
    centres: used.map((cluster) => centres[cluster] as Point),
    clusterOf: clusterOf.map((cluster) => renumbered.get(cluster) ?? 0),
  };
}

function nearest(point: Point, centres: readonly Point[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centres.forEach((centre, index) => {
    const distance = square(point, centre);
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}

function weightedCentre(
  points: readonly Point[],
  weights: readonly number[],
  clusterOf: readonly number[],
  cluster: number,
): Point | null {
  let [x, y, total] = [0, 0, 0];
  points.forEach((point, index) => {
    if (clusterOf[index] !== cluster) return;
    const weight = weights[index] ?? 1;
    x += point[0] * weight;
    y += point[1] * weight;
    total += weight;
  });
  return total === 0 ? null : [x / total, y / total];
}

/** Mean over points of (b − a) / max(a, b): a within the own cluster, b to the nearest other one; alone counts 0. */
export function silhouette(points: readonly Point[], clusterOf: readonly number[]): number {
  const clusters = [...new Set(clusterOf)];
  if (clusters.length < 2) return 0;
  const scores = points.map((point, index) => {
    const mean = (cluster: number): number => {
      let [total, count] = [0, 0];
      points.forEach((other, at) => {
        if (clusterOf[at] !== cluster || at === index) return;
        total += Math.sqrt(square(point, other));
        count += 1;
      });
      return count === 0 ? Number.NaN : total / count;
    };
    const own = mean(clusterOf[index] ?? 0);
    if (Number.isNaN(own)) return 0;
    const other = Math.min(...clusters.filter((cluster) => cluster !== clusterOf[index]).map(mean));
    return (other - own) / Math.max(own, other, Number.MIN_VALUE);
  });
  return scores.reduce((total, score) => total + score, 0) / scores.length;
}
