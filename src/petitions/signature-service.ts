import type { PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Profiles } from './load-profiles.ts';
import { commitmentOf, receiptOf } from './log/log-leaf.ts';
import type { PetitionKeys } from './petition-keys.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import type { SupportService } from './support-service.ts';
import type { SupportsRepository } from './supports-repository.ts';

/** Somebody whose identity an eID has just proved. The number is hashed at once and stored nowhere. */
export interface ProvenPerson {
  readonly nationalId: string;
  readonly issuer: string;
  /** Whole years, where the eID says so. */
  readonly age: number | null;
}

export type SignatureOutcome = { type: 'signed'; receipt: string } | { type: 'already'; receipt: string };

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly supports: SupportsRepository;
  readonly support: SupportService;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
  readonly keys: PetitionKeys;
}

/** Signatures of proven persons: one person one signature, whatever number of accounts, devices and browsers. */
export function createSignatureService({ petitions, supports, support, profiles, terms, keys }: Deps) {
  const subjectOf = (personHash: Uint8Array): string => Buffer.from(personHash).toString('hex');

  return {
    /** `device`: a name the browser keeps for itself; only its keyed hash is stored, another for each petition. */
    async sign(
      tx: Tx,
      petitionId: PetitionId,
      person: ProvenPerson,
      device: string | null = null,
    ): Promise<SignatureOutcome> {
      const petition = await petitions.get(tx, petitionId);
      const profile = profiles.get(petition.profileId);
      if (profile.signatures === 'off') throw new Refusal('petition.signatures_off', {});
      if (profile.minAge !== null && (person.age === null || person.age < profile.minAge))
        throw new Refusal('petition.too_young', { age: profile.minAge });
      const personHash = keys.personHash(petitionId, person.nationalId);
      const turn = await supports.addSignature(
        tx,
        {
          petitionId,
          personHash,
          issuer: person.issuer,
          device: device === null ? null : keys.personHash(petitionId, device),
        },
        terms.today(tx.now),
      );
      if (turn !== null)
        return {
          type: 'signed',
          receipt: await support.line(tx, 'signature', petitionId, subjectOf(personHash), turn),
        };
      const known = await supports.findSignature(tx, petitionId, personHash);
      if (known?.state !== 'counted') throw new Refusal('petition.not_gathering', { state: petition.state });
      const subject = subjectOf(personHash);
      const bytes = commitmentOf(keys.commitment, { kind: 'signature', petitionId, subject, turn: known.turn });
      return { type: 'already', receipt: receiptOf(bytes) };
    },

    /** Only the same person, proven again, can take it back. */
    async withdraw(tx: Tx, petitionId: PetitionId, { nationalId }: Pick<ProvenPerson, 'nationalId'>): Promise<boolean> {
      const personHash = keys.personHash(petitionId, nationalId);
      const turn = await supports.withdrawSignature(tx, petitionId, personHash);
      if (turn === null) return false;
      await support.line(tx, 'signature_withdrawn', petitionId, subjectOf(personHash), turn);
      return true;
    },
  };
}
export type SignatureService = ReturnType<typeof createSignatureService>;
