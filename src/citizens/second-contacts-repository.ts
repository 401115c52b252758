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

interface Deps {
  readonly db: Db;
  readonly sealing: Sealing;
  readonly privacyRules: PrivacyRules;
}

/** Once a week is a reminder, more often is a nuisance. */
const TELL_AGAIN_MS = 7 * 86_400_000;
const contextOf = (id: CitizenId): string => `citizen:${id}:second-contact`;

/** Another way to a person whose account is lost: a contact in words, or somebody whose chat is told. */
export function createSecondContacts({ db, sealing, privacyRules }: Deps) {
  async function upsert(tx: Tx, citizenId: CitizenId, columns: Record<string, unknown>): Promise<void> {
    await prismaOf(tx).secondContact.upsert({
      where: { citizenId },
      create: { citizenId, createdAt: tx.now, ...columns },
      update: columns,
    });
  }

  return {
    async give(tx: Tx, citizenId: CitizenId, written: string): Promise<void> {
      const text = cleanText(written);
      const contact = /^\S{1,64}@\S+\.\S+$/.test(text) ? text.toLowerCase() : normalisePhone(text, privacyRules);
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
      return row
        ? {
            contact: row.sealedContact && sealing.openText(row.sealedContact, contextOf(citizenId)),
            agreed: row.contactCitizenId !== null,
          }
        : null;
    },

    /** Whom to tell now that this person cannot be reached; null when nobody agreed or they heard it lately. */
    async toTell(tx: Tx, citizenId: CitizenId): Promise<CitizenId | null> {
      const row = await prismaOf(tx).secondContact.findUnique({ where: { citizenId } });
      if (!row?.contactCitizenId || (row.toldAt && tx.now.getTime() - row.toldAt.getTime() < TELL_AGAIN_MS))
        return null;
      await upsert(tx, citizenId, { toldAt: tx.now });
      return row.contactCitizenId as CitizenId;
    },
  };
}
export type SecondContacts = ReturnType<typeof createSecondContacts>;
