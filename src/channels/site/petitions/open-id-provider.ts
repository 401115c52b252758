import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { IdentityProvider } from './identity-provider.ts';

interface Options {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the eID sends people back: `<public address>/petitions/eid/callback`, registered there. */
  readonly callback: string;
  /** The claim that holds the national identifier, and what must be asked for to get it. */
  readonly nationalIdClaim?: string;
  readonly scope?: string;
  readonly now: () => Date;
}

const YEAR_DAYS = 365.2425;
const DAY_MS = 86_400_000;

/** OpenID Connect with code flow, PKCE, state and nonce; the library checks signature, issuer, audience and times. */
export function createOpenIdProvider(options: Options): IdentityProvider {
  const {
    issuer,
    clientId,
    clientSecret,
    callback,
    nationalIdClaim = 'national_id',
    scope = 'openid profile',
    now,
  } = options;
  let known: Promise<Configuration> | null = null;

  /** Asked for once; an eID that was down at first is asked again. */
  function configuration(): Promise<Configuration> {
    const insecure = new URL(issuer).protocol === 'http:' ? { execute: [allowInsecureRequests] } : {};
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, insecure).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    async begin() {
      const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, pending };
    },

    async finish(returned, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configuration(), returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims: Readonly<Record<string, unknown>> = { ...tokens.claims() };
      const nationalId = z.string().min(1).parse(claims[nationalIdClaim]);
      const birth = z.iso.date().safeParse(claims.birthdate);
      const age = birth.success
        ? Math.floor((now().getTime() - new Date(birth.data).getTime()) / DAY_MS / YEAR_DAYS)
        : null;
      return { nationalId, issuer: z.string().catch(issuer).parse(claims.iss), age };
    },
  };
}
