import { z } from 'zod';

const Kept = z.object({
  points: z.array(z.object({ position: z.number().optional(), text: z.string(), addressed: z.boolean() })),
  pointsBy: z.enum(['officer', 'words']).default('officer'),
});

export interface AnsweredPoints {
  /** Ticked by the officer, or worked out from the words of the answer. */
  readonly by: 'officer' | 'words';
  readonly points: readonly { readonly position: number; readonly text: string; readonly addressed: boolean }[];
}

/** Which of the citizen's points an answer takes up, as its entry keeps it; null for answers that say nothing of it. */
export function answeredPoints(details: Readonly<Record<string, unknown>> | null): AnsweredPoints | null {
  const kept = Kept.safeParse(details);
  if (!kept.success || kept.data.points.length === 0) return null;
  const { points, pointsBy } = kept.data;
  return { by: pointsBy, points: points.map((point, index) => ({ ...point, position: point.position ?? index + 1 })) };
}
