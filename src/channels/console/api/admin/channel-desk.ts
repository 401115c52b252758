import type { Staff } from '../../../../access/index.ts';
import type { AgencyCode, StaffId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';

/** A place outside the console where a body works, as its managers see it. */
export interface ManagedChannel {
  readonly id: string;
  readonly agencyCode: AgencyCode;
  readonly unitId: string | null;
  readonly topic: string | null;
  readonly kind: 'slack' | 'staff_chat' | 'email' | 'webhook';
  readonly place: string;
  readonly abroad: boolean;
  readonly policy: 'link_only' | 'masked' | 'full' | null;
  readonly language: 'kk' | 'ru' | 'en';
  readonly state: 'active' | 'paused';
  readonly fallbackOrder: number;
  readonly fallbackAfterMinutes: number;
  readonly health: 'untested' | 'ok' | 'failing' | 'broken';
  readonly healthProblem: string | null;
}

export interface WebhookLogLine {
  readonly id: string;
  readonly eventId: string;
  readonly event: string;
  readonly attempt: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly durationMs: number;
  readonly at: Date;
}

export interface NewManagedChannel {
  readonly agencyCode: AgencyCode;
  readonly kind: ManagedChannel['kind'];
  readonly place?: string | undefined;
  readonly unitId?: string | null;
  readonly topic?: string | null;
  readonly policy?: ManagedChannel['policy'];
  readonly language?: ManagedChannel['language'];
  readonly settings?: Record<string, unknown>;
  readonly fallbackOrder?: number;
  readonly fallbackAfterMinutes?: number;
  readonly secrets?: unknown;
}

type Manager = Pick<Staff, 'id' | 'role' | 'agencyCode'>;

/** What the channels of officers offer to those who manage them; the console only asks. */
export interface ChannelDesk {
  list(by: Manager, agencyCode: AgencyCode): Promise<readonly ManagedChannel[]>;
  add(
    tx: Tx,
    by: Manager,
    wanted: NewManagedChannel,
  ): Promise<{ channel: ManagedChannel; secret: string | null; code: string | null }>;
  inviteGroup(tx: Tx, by: Manager, id: string): Promise<string>;
  invitePerson(tx: Tx, by: Manager, staffId: StaffId, channel: 'slack' | 'telegram'): Promise<string>;
  setState(tx: Tx, by: Manager, id: string, state: ManagedChannel['state']): Promise<void>;
  test(by: Manager, id: string): Promise<{ readonly type: string; readonly problem?: string }>;
  rotateSecret(tx: Tx, by: Manager, id: string): Promise<string>;
  log(by: Manager, id: string): Promise<readonly WebhookLogLine[]>;
  replay(by: Manager, eventId: string): Promise<{ readonly type: string; readonly problem?: string }>;
  /** The app manifest to paste into Slack. */
  readonly slackManifest: object;
  /** Which kinds the service is configured for. */
  readonly kinds: readonly ManagedChannel['kind'][];
}
