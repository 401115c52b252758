import type { ProvenPerson } from '../../../petitions/index.ts';

/** What must be remembered between leaving for the eID and coming back; kept sealed in the person's own browser. */
export interface PendingProof {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An eID that proves who somebody is. It throws when the proof is not good, whatever the reason. */
export interface IdentityProvider {
  begin(): Promise<{ address: string; pending: PendingProof }>;
  finish(returned: URL, pending: PendingProof): Promise<ProvenPerson>;
}
