import { z } from 'zod';
import { ChannelPolicy } from '../../agencies/index.ts';
import { AgencyCode, UnitId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';

export const CHANNEL_KINDS = ['slack', 'staff_chat', 'email', 'webhook'] as const;
export const ChannelKind = z.enum(CHANNEL_KINDS);
export type ChannelKind = z.infer<typeof ChannelKind>;

export type ChannelHealth = 'untested' | 'ok' | 'failing' | 'broken';

/** A place outside the console where a body works with its tickets. */
export interface AgencyChannel {
  readonly id: string;
  readonly agencyCode: AgencyCode;
  readonly unitId: UnitId | null;
  readonly topic: string | null;
  readonly kind: ChannelKind;
  readonly place: string;
  readonly abroad: boolean;
  readonly policy: ChannelPolicy | null;
  readonly language: Language;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly state: 'active' | 'paused';
  readonly fallbackOrder: number;
  readonly fallbackAfterMinutes: number;
  readonly health: ChannelHealth;
  readonly healthProblem: string | null;
}

export const NewAgencyChannel = z.object({
  agencyCode: AgencyCode,
  unitId: UnitId.nullable().default(null),
  topic: z.string().nullable().default(null),
  kind: ChannelKind,
  place: z.string().min(1),
  /** Slack and Telegram keep everything on servers elsewhere; a body's own mail and systems usually do not. */
  abroad: z.boolean().optional(),
  policy: ChannelPolicy.nullable().default(null),
  language: Language.default('ru'),
  settings: z.record(z.string(), z.unknown()).default({}),
  fallbackOrder: z.number().int().min(0).max(9).default(0),
  fallbackAfterMinutes: z.number().int().min(1).max(1440).default(30),
});
export type NewAgencyChannel = z.input<typeof NewAgencyChannel>;

export const isAbroadByDefault = (kind: ChannelKind): boolean => kind === 'slack' || kind === 'staff_chat';

const WIDTH: Record<ChannelPolicy, number> = { link_only: 0, masked: 1, full: 2 };
const narrower = (a: ChannelPolicy, b: ChannelPolicy): ChannelPolicy => (WIDTH[a] <= WIDTH[b] ? a : b);

export interface PolicySources {
  /** The most that the profile of the country permits on servers abroad. */
  readonly abroad: ChannelPolicy;
  /** The body's own policy for such servers, from the directory. */
  readonly ofAgency: (code: AgencyCode) => ChannelPolicy;
}

/** What a channel may show: abroad the narrowest of profile, body and channel; at home masked, unless the channel says otherwise. */
export function policyOf(
  channel: Pick<AgencyChannel, 'abroad' | 'policy' | 'agencyCode'>,
  { abroad, ofAgency }: PolicySources,
): ChannelPolicy {
  if (!channel.abroad) return channel.policy ?? 'masked';
  const permitted = narrower(abroad, ofAgency(channel.agencyCode));
  return channel.policy ? narrower(permitted, channel.policy) : permitted;
}

/** Whether a ticket of this unit and topic belongs into the channel. */
export function concerns(
  channel: Pick<AgencyChannel, 'unitId' | 'topic'>,
  ticket: { readonly unitId: string | null; readonly topicId: string | null },
): boolean {
  const inUnit = channel.unitId === null || channel.unitId === ticket.unitId;
  const onTopic =
    channel.topic === null ||
    ticket.topicId === channel.topic ||
    Boolean(ticket.topicId?.startsWith(`${channel.topic}.`));
  return inUnit && onTopic;
}
