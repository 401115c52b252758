import { randomFillSync } from 'node:crypto';
import { z } from 'zod';

/** Random bytes are fetched for so many ids at once: fetching is what costs. */
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

/** UUID version 7 (RFC 9562): sorted by creation, so that indexes stay dense. */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes();
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const id = <Name extends string>() => z.string().uuid().brand<Name>();

export const CitizenId = id<'CitizenId'>();
export type CitizenId = z.infer<typeof CitizenId>;
export const AppealId = id<'AppealId'>();
export type AppealId = z.infer<typeof AppealId>;
export const TicketId = id<'TicketId'>();
export type TicketId = z.infer<typeof TicketId>;
export const MessageId = id<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;
export const FileId = id<'FileId'>();
export type FileId = z.infer<typeof FileId>;
export const StaffId = id<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;
export const UnitId = id<'UnitId'>();
export type UnitId = z.infer<typeof UnitId>;
export const PetitionId = id<'PetitionId'>();
export type PetitionId = z.infer<typeof PetitionId>;
export const SurveyId = id<'SurveyId'>();
export type SurveyId = z.infer<typeof SurveyId>;

/** Directory codes are short stable words, not UUIDs: `almaty.roads`, `minjust`. */
export const AgencyCode = z
  .string()
  .regex(/^[a-z0-9_.-]+$/)
  .brand<'AgencyCode'>();
export type AgencyCode = z.infer<typeof AgencyCode>;

/** Code of a territorial unit in the jurisdiction's classifier (KATO in Kazakhstan: nine digits). */
export const TerritoryCode = z.string().min(1).brand<'TerritoryCode'>();
export type TerritoryCode = z.infer<typeof TerritoryCode>;

/** `road.pothole`: a leaf of the jurisdiction's topic tree. */
export const TopicId = z
  .string()
  .regex(/^[a-z_]+\.[a-z_]+$/)
  .brand<'TopicId'>();
export type TopicId = z.infer<typeof TopicId>;
