import { createHmac, hkdfSync } from 'node:crypto';
import { createHeadSigner, type HeadSigner } from './log/signed-head.ts';

/** Keys of the petitions, each derived for its own purpose from the installation's secret. */
export interface PetitionKeys {
  readonly signer: HeadSigner;
  readonly commitment: Uint8Array;
  /** A person as one petition knows them: the same in this petition whatever the account, another in every other. */
  /** A mark for somebody's link: the same for all they share, and says nothing about who they are. */
  referrer(subject: string): string;
  personHash(petitionId: string, nationalId: string): Uint8Array<ArrayBuffer>;
}

export function derivePetitionKeys(secret: string): PetitionKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `dauys petitions ${purpose}`, 32));
  const personKey = derive('person');
  const referrerKey = derive('referrer');
  return {
    signer: createHeadSigner(secret),
    commitment: derive('commitment'),
    referrer: (subject) => createHmac('sha256', referrerKey).update(subject).digest('hex').slice(0, 8),
    personHash: (petitionId, nationalId) =>
      Uint8Array.from(createHmac('sha256', personKey).update(`${petitionId}\0${nationalId}`).digest()),
  };
}
