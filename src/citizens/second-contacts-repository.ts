import { randomBytes } from 'node:crypto';
import type { CitizenId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { cleanText, normalisePhone, type PrivacyRules, type Sealing } from '../privacy/index.ts';

export interface SecondContact {
  /** A phone or an address in words, for the body and the operators. */
  readonly contact: string | null;
  /** Another person's account that agreed to be told. */
  readonly agreed: boolean;
}

/** How to reach somebody for a person whose account is lost: a chat that agreed, or a letter to the address they gave. */
export type SecondContactWay = { type: 'chat'; citizenId: CitizenId } | { type: 'letter' };

interface Deps {
  readonly db: Db;
  readonly sealing: Sealing;
  readonly privacyRules: PrivacyRules;
}

/** Once a week is a reminder, more often is a nuisance. */
const TELL_AGAIN_MS = 7 * 86_400_000;
const MAIL_ADDRESS = /^\S{1,64}@\S+\.\S+$/;
const contextOf = (id: CitizenId): string => `citizen:${id}:second-contact`;

/** What of a contact can be written to by machine: an e-mail address; a telephone is for people. */
export const letterAddress = (contact: string | null): string | null =>
  contact && MAIL_ADDRESS.test(contact) ? contact : null;

/** Another way to a person whose account is lost: a contact in words, or somebody whose chat is told. */
export function createSecondContacts({ db, sealing, privacyRules }: Deps) {
  async function upsert(tx: Tx, citizenId: CitizenId, columns: Record<string, unknown>): Promise<void> {
    await prismaOf(tx).secondContact.upsert({
      where: { citizenId },
      create: { citizenId, createdAt: tx.now, ...columns },
      update: columns,
    });
  }

  const read = ({ citizenId, sealedContact }: { citizenId: string; sealedContact: Uint8Array | null }): string | null =>
    sealedContact && sealing.openText(sealedContact, contextOf(citizenId as CitizenId));

  return {
    async give(tx: Tx, citizenId: CitizenId, written: string): Promise<void> {
      const text = cleanText(written);
      const contact = letterAddress(text)?.toLowerCase() ?? normalisePhone(text, privacyRules);
      if (!contact) throw new Refusal('citizen.second_contact_wrong', {});
      await upsert(tx, citizenId, { sealedContact: sealing.seal(contact, contextOf(citizenId)) });
    },

    /** Part of a link; the first other person who opens it is asked whether they agree. */
    async invite(tx: Tx, citizenId: CitizenId): Promise<string> {
      const invitation = randomBytes(15).toString('base64url');
      await upsert(tx, citizenId, { invitation });
      return invitation;
    },

    async invitedBy(tx: Tx, invitation: string): Promise<CitizenId | null> {
      const row = await prismaOf(tx).secondContact.findUnique({ where: { invitation } });
      return row ? (row.citizenId as CitizenId) : null;
    },

    /** An invitation serves once. @returns whom they will be told about, or null when the link is used up or their own. */
    async agree(tx: Tx, invitation: string, contactCitizenId: CitizenId): Promise<CitizenId | null> {
      const citizenId = await this.invitedBy(tx, invitation);
      if (!citizenId || citizenId === contactCitizenId) return null;
      await upsert(tx, citizenId, { invitation: null, contactCitizenId, toldAt: null });
      return citizenId;
    },

    async remove(tx: Tx, citizenId: CitizenId): Promise<void> {
      await prismaOf(tx).secondContact.deleteMany({ where: { citizenId } });
    },

    /** Everything of a person who leaves: their own contact, and that they are somebody's. */
    async forget(tx: Tx, citizenId: CitizenId): Promise<void> {
      await this.remove(tx, citizenId);
      await prismaOf(tx).secondContact.updateMany({
        where: { contactCitizenId: citizenId },
        data: { contactCitizenId: null },
      });
    },

    async read(citizenId: CitizenId): Promise<SecondContact | null> {
      const row = await db.secondContact.findUnique({ where: { citizenId } });
      return row && { contact: read(row), agreed: row.contactCitizenId !== null };
    },

    /** Whom to tell now that this person cannot be reached; null when there is nobody or they heard it lately. */
    async toTell(tx: Tx, citizenId: CitizenId): Promise<SecondContactWay | null> {
      const row = await prismaOf(tx).secondContact.findUnique({ where: { citizenId } });
      if (!row || (row.toldAt && tx.now.getTime() - row.toldAt.getTime() < TELL_AGAIN_MS)) return null;
      if (!row.contactCitizenId && !letterAddress(read(row))) return null;
      await upsert(tx, citizenId, { toldAt: tx.now });
      return row.contactCitizenId ? { type: 'chat', citizenId: row.contactCitizenId as CitizenId } : { type: 'letter' };
    },
  };
}
export type SecondContacts = ReturnType<typeof createSecondContacts>;
