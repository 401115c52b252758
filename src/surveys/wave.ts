import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import type { SurveyId } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { SurveyMode } from './survey.ts';

/** Whom a wave is for. Always within those who opted in and have not stopped us. */
export const Audience = z.strictObject({
  territories: z.array(z.string()).default([]),
  languages: z.array(Language).default([]),
  /** People with a case on one of these topics. */
  topics: z.array(z.string()).default([]),
  /** A panel: the people who were asked in an earlier wave of the same survey. */
  panelOf: z.uuid().nullable().default(null),
  /** Without it everybody in the frame is asked. */
  sample: z
    .strictObject({
      size: z.number().int().min(1),
      strata: z.enum(['none', 'territory', 'language']).default('none'),
    })
    .nullable()
    .default(null),
  /** Anybody with the link or the QR code may answer too, counted as self-selected. */
  open: z.boolean().default(false),
});
export type Audience = z.infer<typeof Audience>;
export type AudienceInput = z.input<typeof Audience>;

/** Known totals of the population, with the day they are of and who says so. */
export const DatedMargins = z.strictObject({
  on: z.string(),
  source: z.string(),
  /** `stratum`, `language` or a question's key → category → people. */
  totals: z.record(z.string(), z.record(z.string(), z.number().positive())),
});
export type DatedMargins = z.infer<typeof DatedMargins>;

/** A long list is written slice by slice; null when it is complete. */
export const Draw = z.strictObject({
  slices: z.number().int(),
  next: z.number().int(),
  drawn: z.number().int(),
  /** The last lot of each stratum that is still in; null where everybody is. */
  limits: z.record(z.string(), z.string().nullable()),
});
export type Draw = z.infer<typeof Draw>;

export type WaveState = 'prepared' | 'fielding' | 'paused' | 'closed' | 'published';

export interface Wave {
  readonly id: string;
  readonly revision: number;
  readonly surveyId: SurveyId;
  readonly versionId: string;
  readonly number: number;
  readonly mode: SurveyMode;
  readonly state: WaveState;
  readonly audience: Audience;
  /** Draws the sample; the same seed on the same frame draws the same people. */
  readonly seed: string;
  readonly openCode: string | null;
  readonly frameSize: number;
  readonly draw: Draw | null;
  readonly minCell: number;
  readonly margins: DatedMargins | null;
  readonly closesAt: Date;
  readonly dutyOwnerId: string;
  readonly dutyDueOn: Day;
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
}

export type WaveEvent = 'started' | 'paused' | 'resumed' | 'closed' | 'published';

const ALLOWED_FROM: Record<WaveEvent, readonly WaveState[]> = {
  started: ['prepared'],
  paused: ['fielding'],
  resumed: ['paused'],
  closed: ['fielding', 'paused'],
  published: ['closed'],
};

const STATE_AFTER: Record<WaveEvent, WaveState> = {
  started: 'fielding',
  paused: 'paused',
  resumed: 'fielding',
  closed: 'closed',
  published: 'published',
};

export function moveWave(wave: Wave, event: WaveEvent, at: Date): Wave {
  if (!ALLOWED_FROM[event].includes(wave.state))
    throw new Refusal('survey.wave_move_refused', { state: wave.state, event });
  if (event === 'started' && wave.draw) throw new Refusal('survey.still_drawing');
  return {
    ...wave,
    state: STATE_AFTER[event],
    revision: wave.revision + 1,
    ...(event === 'started' ? { startedAt: at } : {}),
    ...(event === 'closed' ? { closedAt: at } : {}),
  };
}

/** A pause stops the sending; who was asked may still answer. */
export const takesAnswers = ({ state, closesAt }: Pick<Wave, 'state' | 'closesAt'>, now: Date): boolean =>
  (state === 'fielding' || state === 'paused') && now < closesAt;
