import { z } from 'zod';
import type { AgencyChannel, AgencyChannelsRepository } from '../officer-cards/index.ts';
import type { SlackCalls } from './slack-calls.ts';

/** What a body pastes in when it connects a workspace of its own; kept sealed with its channel. */
export const SlackSecrets = z.object({
  teamId: z.string().min(1),
  botToken: z.string().min(1),
  signingSecret: z.string().min(1),
});
export type SlackSecrets = z.infer<typeof SlackSecrets>;

const FRESH_MS = 30_000;

export interface Workspace {
  readonly token: string;
  readonly calls: SlackCalls;
}

interface Deps {
  readonly channels: Pick<AgencyChannelsRepository, 'ofKind' | 'secretsOf'>;
  /** The installation's own workspace, for bodies without one. */
  readonly home: { readonly token: string; readonly signingSecret: string | null };
  readonly makeCalls: (token: string) => SlackCalls;
  readonly nowMs: () => number;
}

/** Bodies may bring workspaces of their own, each with its own app: whose word a secret proves is its team's only. */
export function createSlackWorkspaces({ channels, home, makeCalls, nowMs }: Deps) {
  const made = new Map<string, SlackCalls>();
  let known: { at: number; list: readonly SlackSecrets[] } | null = null;

  function workspaceOf(token: string): Workspace {
    const calls = made.get(token) ?? makeCalls(token);
    made.set(token, calls);
    return { token, calls };
  }

  async function own(): Promise<readonly SlackSecrets[]> {
    if (known && nowMs() - known.at < FRESH_MS) return known.list;
    const list: SlackSecrets[] = [];
    for (const { id } of await channels.ofKind('slack')) {
      const secrets = SlackSecrets.safeParse(await channels.secretsOf(id));
      if (secrets.success) list.push(secrets.data);
    }
    known = { at: nowMs(), list };
    return list;
  }

  return {
    async ofTeam(teamId: string | undefined): Promise<Workspace> {
      const found = teamId ? (await own()).find((one) => one.teamId === teamId) : undefined;
      return workspaceOf(found?.botToken ?? home.token);
    },

    async ofChannel({ id }: Pick<AgencyChannel, 'id'>): Promise<Workspace> {
      const secrets = SlackSecrets.safeParse(await channels.secretsOf(id));
      return workspaceOf(secrets.success ? secrets.data.botToken : home.token);
    },

    /**
     * Which team's requests a signature proves: `null` is the installation's own workspace, which may not speak for a
     * team that has its own. Undefined when no secret fits.
     */
    async provenBy(
      isSignedWith: (secret: string) => boolean,
    ): Promise<((teamId: string | undefined) => boolean) | undefined> {
      const list = await own();
      const teams = list.filter(({ signingSecret }) => isSignedWith(signingSecret)).map(({ teamId }) => teamId);
      const byHome = home.signingSecret !== null && isSignedWith(home.signingSecret);
      if (teams.length === 0 && !byHome) return undefined;
      return (teamId) => teams.includes(teamId ?? '') || (byHome && !list.some((one) => one.teamId === teamId));
    },
  };
}
export type SlackWorkspaces = ReturnType<typeof createSlackWorkspaces>;
