import { z } from 'zod';
import type { Refusal } from '../../kernel/refusal.ts';

/** Problem details (RFC 9457). `title` is for people, `code` for programs, `instance` for the person who looks into the log. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    instance: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** What a refusal's reason means over HTTP; the subject before the dot does not matter. */
const STATUS_OF_REASON: Readonly<Record<string, number>> = {
  not_found: 404,
  unknown: 404,
  not_allowed: 403,
  not_signed_in: 401,
  wrong_origin: 403,
  link_used: 410,
  changed_meanwhile: 409,
  move_refused: 409,
  too_many: 429,
  too_large: 413,
};

export const statusOf = (refusal: Refusal): number => STATUS_OF_REASON[refusal.code.split('.')[1] ?? ''] ?? 422;

/** `ticket.move_refused` is worded as `refusal-ticket-move-refused`. */
export const textKeyOf = (code: string): string => `refusal-${code.replace(/[._]/g, '-')}`;
