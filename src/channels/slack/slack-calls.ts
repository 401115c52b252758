import { webApi } from '@slack/bolt';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { BoltLogger } from './bolt-logger.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError, WebClient } = webApi;
type WebClient = webApi.WebClient;

/** What became of a call: "Slack said no" and "nothing came back" are different facts. */
export type SlackOutcome<Result> =
  | { type: 'ok'; result: Result }
  | { type: 'too_many'; retryAfterMs: number }
  /** The token does not hold any more: everything waits until the body connects again. */
  | { type: 'revoked'; problem: string }
  | { type: 'gone'; problem: string }
  | { type: 'refused'; problem: string }
  | { type: 'unreached'; problem: string }
  | { type: 'unknown'; problem: string };

const REVOKED =
  /^(token_revoked|token_expired|invalid_auth|account_inactive|not_authed|org_login_required|team_access_not_granted)$/;
const GONE = /^(message_not_found|cant_update_message|edit_window_closed|thread_not_found)$/;
const MAYBE = /^(internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/;
const NOT_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/;

export const SLACK_TIMEOUT_MS = 10_000;

interface Options {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly logger: BoltLogger;
  readonly nowMs: () => number;
  readonly timeoutMs?: number;
}

/** Options for every client: the SDK's own would retry for half an hour and wait without an end. */
export const clientOptions = (
  apiUrl: string | undefined,
  logger: BoltLogger,
  timeoutMs: number = SLACK_TIMEOUT_MS,
) => ({
  logger,
  ...(apiUrl ? { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } : {}),
  retryConfig: { retries: 0 },
  timeout: timeoutMs,
  rejectRateLimitedCalls: true,
});

/** Calls Slack once and turns every "no" into data; the outbox owns the retries. */
export function createSlackCalls({ token, apiUrl, logger, nowMs, timeoutMs }: Options) {
  const client = new WebClient(token, clientOptions(apiUrl, logger, timeoutMs));
  let pausedUntil = 0;

  return {
    async call<Result>(request: (client: WebClient) => Promise<Result>): Promise<SlackOutcome<Result>> {
      const waitMs = pausedUntil - nowMs();
      if (waitMs > 0) return { type: 'too_many', retryAfterMs: Math.ceil(waitMs) };
      try {
        return { type: 'ok', result: await request(client) };
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome.type === 'too_many') pausedUntil = nowMs() + outcome.retryAfterMs;
        return outcome;
      }
    },
  };
}
export type SlackCalls = ReturnType<typeof createSlackCalls>;

function outcomeOf(error: unknown): Exclude<SlackOutcome<never>, { type: 'ok' }> {
  if (error instanceof WebAPIRateLimitedError)
    return { type: 'too_many', retryAfterMs: Math.max(1, error.retryAfter) * 1_000 };
  if (error instanceof WebAPIPlatformError) {
    const problem = error.data.error;
    if (REVOKED.test(problem)) return { type: 'revoked', problem };
    if (GONE.test(problem)) return { type: 'gone', problem };
    if (problem === 'ratelimited') return { type: 'too_many', retryAfterMs: 30_000 };
    return MAYBE.test(problem) ? { type: 'unknown', problem } : { type: 'refused', problem };
  }
  if (error instanceof WebAPIHTTPError) {
    const problem = `HTTP ${error.statusCode}`;
    return error.statusCode >= 500 ? { type: 'unknown', problem } : { type: 'refused', problem };
  }
  if (error instanceof WebAPIRequestError) {
    const cause = error.original.cause as { code?: string } | undefined;
    const said = `${error.original.message} ${cause?.code ?? ''}`;
    return NOT_SENT.test(said)
      ? { type: 'unreached', problem: 'Slack unreachable' }
      : { type: 'unknown', problem: 'no reply from Slack' };
  }
  throw error;
}

export function deliveryOutcomeOf(outcome: Exclude<SlackOutcome<unknown>, { type: 'ok' }>): DeliveryOutcome {
  switch (outcome.type) {
    case 'too_many':
      return { type: 'later', afterMs: outcome.retryAfterMs, problem: 'too many requests' };
    case 'revoked':
      return { type: 'unreachable', channel: 'slack', problem: outcome.problem };
    case 'gone':
    case 'refused':
      return { type: 'refused', channel: 'slack', problem: outcome.problem };
    case 'unreached':
      return { type: 'later', afterMs: 5_000, problem: outcome.problem };
    case 'unknown':
      return { type: 'unknown', problem: outcome.problem };
  }
}
