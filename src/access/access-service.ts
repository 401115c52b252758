import type { AgencyCode, StaffId } from '../kernel/ids.ts';
import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { AccessJournal } from './access-journal.ts';
import { createTotpSecret, totpStepOf } from './second-factor.ts';
import { createSecretToken, hashToken } from './secret-token.ts';
import { createSessionOversight } from './session-oversight.ts';
import type { SessionsRepository } from './sessions-repository.ts';
import { isBodyRole, mayManage, type NewStaff, type Scope, type Staff, staffStream } from './staff.ts';
import type { StaffRepository } from './staff-repository.ts';

interface Sealing {
  seal(plain: string, context: string): Uint8Array<ArrayBuffer>;
  openText(sealed: Uint8Array, context: string): string;
}

interface Deps {
  readonly staff: StaffRepository;
  readonly sessions: SessionsRepository;
  readonly units: UnitOfWork;
  readonly journal: AccessJournal;
  readonly sealing: Sealing;
  readonly agencyExists: (code: AgencyCode) => boolean;
  /** Real time, for codes of authenticator apps. */
  readonly realNow: () => Date;
}

export type SignIn = { type: 'signed_in'; token: string; staff: Staff } | { type: 'code_needed' };

/** Who may come in, and by which door. */
export function createAccessService({ staff, sessions, units, journal, sealing, agencyExists, realNow }: Deps) {
  const sealContext = (id: StaffId): string => `staff:${id}:totp`;

  async function get(id: StaffId, tx?: Tx): Promise<Staff> {
    const person = await staff.find(id, tx);
    if (!person) throw new Refusal('staff.not_found', {});
    return person;
  }

  async function managed(tx: Tx, by: Staff, id: StaffId): Promise<Staff> {
    const person = await get(id, tx);
    if (!mayManage(by, person)) throw new Refusal('staff.not_found', {});
    return person;
  }

  async function openSession(person: Staff, userAgent: string): Promise<SignIn> {
    const token = createSecretToken('ds');
    await sessions.open(hashToken(token), person.id, userAgent);
    return { type: 'signed_in', token, staff: person };
  }

  async function checkSecondFactor(id: StaffId, code: string): Promise<void> {
    const factor = await staff.secondFactorOf(id);
    if (!factor) return;
    const step = totpStepOf(sealing.openText(factor.sealed, sealContext(id)), code, realNow());
    if (!(await staff.spendTotpStep(id, step))) throw new Refusal('session.code_wrong', {});
  }

  return {
    /** The one who holds this session, or null. */
    authenticate: (token: string): Promise<{ sessionId: string; staff: Staff } | null> =>
      sessions.find(hashToken(token)),

    authenticateToken: (token: string): Promise<{ staff: Staff; scopes: readonly Scope[] } | null> =>
      sessions.findToken(hashToken(token)),

    /** By a link that is good once. An invitation makes the invited person active. */
    async signInByLink(token: string, userAgent: string, code?: string): Promise<SignIn> {
      const hash = hashToken(token);
      const link = await sessions.findLink(hash);
      if (!link) throw new Refusal('session.link_used', {});
      const person = await get(link.staffId);
      if (person.hasSecondFactor) {
        if (!code) return { type: 'code_needed' };
        await checkSecondFactor(person.id, code);
      }
      await units.run(`sign-in:${newId()}`, async (tx) => {
        await sessions.spendLink(tx, hash);
        const invited = await get(link.staffId, tx);
        if (invited.state === 'deactivated') throw new Refusal('session.link_used', {});
        if (invited.state === 'invited')
          await staff.save(tx, { ...invited, state: 'active', revision: invited.revision + 1 });
        await journal.append(tx, staffStream(link.staffId), {
          type: 'staff.signed_in',
          actor: { kind: person.role, id: person.id },
          facts: { by: link.purpose },
        });
      });
      return openSession(await get(link.staffId), userAgent);
    },

    /** Only the simulator's server offers this door. */
    async signInDemo(id: StaffId, userAgent: string): Promise<SignIn> {
      const person = await get(id);
      if (!person.demo || person.state !== 'active') throw new Refusal('staff.not_found', {});
      return openSession(person, userAgent);
    },

    signOut: (staffId: StaffId, sessionId: string): Promise<void> => sessions.revoke(staffId, sessionId),
    ...createSessionOversight({ sessions, journal, get }),
    sessionsOf: sessions.list,
    revokeSession: sessions.revoke,
    demoStaff: staff.listDemo,
    namesOf: staff.namesOf,

    /** Colleagues: of the own body, or everybody for those who act for the service. */
    team: (by: Pick<Staff, 'agencyCode'>, agencyCode: AgencyCode | null): Promise<Staff[]> =>
      staff.list(by.agencyCode ?? agencyCode),

    /** @returns the token of the invitation; it is shown once and never stored. */
    async invite(tx: Tx, by: Staff, person: NewStaff, token: string): Promise<Staff> {
      if (isBodyRole(person.role) !== (person.agencyCode !== null)) throw new Refusal('staff.agency_mismatch', {});
      if (person.agencyCode !== null && !agencyExists(person.agencyCode))
        throw new Refusal('agency.not_found', { agencyCode: person.agencyCode });
      if (!mayManage(by, person)) throw new Refusal('staff.not_allowed', {});
      const added = await staff.add(tx, person);
      await sessions.addLink(tx, hashToken(token), added.id, 'invitation', by.id);
      await journal.append(tx, staffStream(added.id), {
        type: 'staff.invited',
        actor: { kind: by.role, id: by.id },
        facts: { role: person.role, agencyCode: person.agencyCode },
      });
      return added;
    },

    /** A way in for somebody known: handed over by the one who manages them, or sent by e-mail. */
    async renewLink(tx: Tx, by: Staff, id: StaffId, token: string): Promise<void> {
      const person = await managed(tx, by, id);
      if (person.state === 'deactivated') throw new Refusal('staff.move_refused', { state: person.state });
      const purpose = person.state === 'invited' ? 'invitation' : 'sign_in';
      await sessions.addLink(tx, hashToken(token), id, purpose, by.id);
      await journal.append(tx, staffStream(id), {
        type: 'staff.link_made',
        actor: { kind: by.role, id: by.id },
        facts: { purpose },
      });
    },

    /** Every door closes at once: sessions, links, tokens. */
    async deactivate(tx: Tx, by: Staff, id: StaffId): Promise<Staff> {
      const person = await managed(tx, by, id);
      if (person.id === by.id) throw new Refusal('staff.not_oneself', {});
      const after: Staff = { ...person, state: 'deactivated', revision: person.revision + 1 };
      await staff.save(tx, after);
      await sessions.revokeAll(tx, id);
      await journal.append(tx, staffStream(id), {
        type: 'staff.deactivated',
        actor: { kind: by.role, id: by.id },
        facts: {},
      });
      return after;
    },

    /** Another role or other units inside the body, by whoever manages the person. */
    async change(
      tx: Tx,
      by: Staff,
      id: StaffId,
      { role, unitIds, post = null }: Pick<Staff, 'role' | 'unitIds' | 'post'>,
    ): Promise<Staff> {
      const person = await managed(tx, by, id);
      if (person.id === by.id) throw new Refusal('staff.not_oneself', {});
      const after: Staff = { ...person, role, unitIds, post, revision: person.revision + 1 };
      if (isBodyRole(role) !== (person.agencyCode !== null)) throw new Refusal('staff.agency_mismatch', {});
      if (!mayManage(by, after)) throw new Refusal('staff.not_found', {});
      await staff.save(tx, after);
      await journal.append(tx, staffStream(id), {
        type: 'staff.changed',
        actor: { kind: by.role, id: by.id },
        facts: { role, units: unitIds.length, post },
      });
      return after;
    },

    async reactivate(tx: Tx, by: Staff, id: StaffId): Promise<Staff> {
      const person = await managed(tx, by, id);
      if (person.state !== 'deactivated') throw new Refusal('staff.move_refused', { state: person.state });
      const after: Staff = { ...person, state: 'active', revision: person.revision + 1 };
      await staff.save(tx, after);
      await journal.append(tx, staffStream(id), {
        type: 'staff.reactivated',
        actor: { kind: by.role, id: by.id },
        facts: {},
      });
      return after;
    },

    async chooseLanguage(tx: Tx, id: StaffId, language: Staff['language']): Promise<void> {
      const person = await get(id, tx);
      if (person.language !== language) await staff.save(tx, { ...person, language, revision: person.revision + 1 });
    },

    /** Shown before it holds: only a code made from it switches it on. */
    offerSecondFactor: (person: Staff): { secret: string; uri: string } => createTotpSecret(person.email),

    async setSecondFactor(tx: Tx, person: Staff, secret: string, code: string): Promise<void> {
      totpStepOf(secret, code, realNow());
      await staff.setSecondFactor(tx, person.id, sealing.seal(secret, sealContext(person.id)));
      await journal.append(tx, staffStream(person.id), {
        type: 'staff.second_factor_set',
        actor: { kind: person.role, id: person.id },
        facts: {},
      });
    },

    async removeSecondFactor(tx: Tx, person: Staff, code: string): Promise<void> {
      await checkSecondFactor(person.id, code);
      await staff.setSecondFactor(tx, person.id, null);
      await journal.append(tx, staffStream(person.id), {
        type: 'staff.second_factor_removed',
        actor: { kind: person.role, id: person.id },
        facts: {},
      });
    },

    async createToken(
      tx: Tx,
      person: Staff,
      { name, scopes, days }: { name: string; scopes: readonly Scope[]; days: number },
      token: string,
    ): Promise<string> {
      const id = await sessions.addToken(tx, { tokenHash: hashToken(token), staffId: person.id, name, scopes, days });
      await journal.append(tx, staffStream(person.id), {
        type: 'staff.token_made',
        actor: { kind: person.role, id: person.id },
        facts: { tokenId: id, scopes: scopes.join(' ') },
      });
      return id;
    },

    tokensOf: sessions.listTokens,
    revokeToken: sessions.revokeToken,
  };
}
export type AccessService = ReturnType<typeof createAccessService>;
