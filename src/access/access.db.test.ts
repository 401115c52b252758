import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { createJournal } from '../journal/index.ts';
import { type AgencyCode, newId, type StaffId } from '../kernel/ids.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createSealing } from '../privacy/index.ts';
import {
  createAccessService,
  createSecretToken,
  createSessionsRepository,
  createStaffRepository,
  type NewStaff,
  type Staff,
  seedDemoStaff,
} from './index.ts';

const ROADS = 'almaty.roads' as AgencyCode;
const OPERATOR_ID = '01930000-0000-7000-8000-000000000003';

let test: TestDatabase;
let database: Database;
let access: ReturnType<typeof createAccessService>;
let units: ReturnType<typeof createUnitOfWork>;
let operator: Staff;
let now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url);
  units = createUnitOfWork(database.prisma, createLog('silent'));
  access = createAccessService({
    staff: createStaffRepository(database.prisma),
    sessions: createSessionsRepository(database.prisma),
    units,
    journal: createJournal(database.prisma),
    sealing: createSealing(`k1:${randomBytes(32).toString('base64')}`),
    agencyExists: (code) => code === ROADS,
    realNow: () => now,
  });
  const person = { ...aPerson({ email: 'zhanna@dauys.example', role: 'operator', agencyCode: null }), id: OPERATOR_ID };
  await seedDemoStaff(database.pool, [person]);
  const [first] = await access.demoStaff();
  if (!first) throw new Error('nobody was seeded');
  operator = first;
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const aPerson = (changes: Partial<NewStaff> = {}): NewStaff => ({
  givenName: 'Асель',
  familyName: 'Нұрланқызы',
  email: `${newId()}@roads.example`,
  role: 'officer',
  agencyCode: ROADS,
  unitIds: [],
  language: 'kk',
  ...changes,
});

async function invite(by: Staff, person = aPerson()): Promise<{ id: StaffId; token: string }> {
  const token = createSecretToken('di');
  const { result } = await units.run(newId(), async (tx) => (await access.invite(tx, by, person, token)).id);
  return { id: result, token };
}

async function join(): Promise<{ staff: Staff; session: string }> {
  const { token } = await invite(operator);
  const signedIn = await access.signInByLink(token, 'Firefox');
  if (signedIn.type !== 'signed_in') throw new Error('a code is needed');
  return { staff: signedIn.staff, session: signedIn.token };
}

describe('an invitation', () => {
  it('lets its person in once and makes them active', async () => {
    const { token } = await invite(operator);
    const signedIn = await access.signInByLink(token, 'Firefox');
    expect(signedIn).toMatchObject({ type: 'signed_in', staff: { state: 'active', agencyCode: ROADS } });
    await expect(access.signInByLink(token, 'Firefox')).rejects.toMatchObject({ code: 'session.link_used' });
  });

  it('lets one of two in who use it at the same moment', async () => {
    const { token } = await invite(operator);
    const outcomes = await Promise.allSettled([access.signInByLink(token, 'a'), access.signInByLink(token, 'b')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('expires', async () => {
    const { id, token } = await invite(operator);
    await database.pool.query("update sign_in_links set expires_at = now() - interval '1 second' where staff_id = $1", [
      id,
    ]);
    await expect(access.signInByLink(token, 'Firefox')).rejects.toMatchObject({ code: 'session.link_used' });
  });

  it('is refused for a body that does not exist, a role without its body, an address already taken', async () => {
    await expect(invite(operator, aPerson({ agencyCode: 'nowhere' as AgencyCode }))).rejects.toMatchObject({
      code: 'agency.not_found',
    });
    await expect(invite(operator, aPerson({ agencyCode: null }))).rejects.toMatchObject({
      code: 'staff.agency_mismatch',
    });
    await expect(invite(operator, aPerson({ email: operator.email }))).rejects.toMatchObject({
      code: 'staff.email_taken',
    });
  });

  it('is not an officer’s to make', async () => {
    const { staff } = await join();
    await expect(invite(staff)).rejects.toMatchObject({ code: 'staff.not_allowed' });
  });
});

describe('a session', () => {
  it('ends when its person signs out, when it is revoked elsewhere, and when it is old', async () => {
    const { staff, session } = await join();
    const found = await access.authenticate(session);
    expect(found?.staff.id).toBe(staff.id);
    const other = createSecretToken('ds');
    expect(await access.authenticate(other)).toBeNull();

    await database.pool.query(
      "update staff_sessions set expires_at = now() - interval '1 second' where staff_id = $1",
      [staff.id],
    );
    expect(await access.authenticate(session)).toBeNull();
  });

  it('cannot be ended by somebody else', async () => {
    const [one, two] = [await join(), await join()];
    const found = await access.authenticate(one.session);
    await expect(access.revokeSession(two.staff.id, found?.sessionId ?? '')).rejects.toMatchObject({
      code: 'session.not_found',
    });
    expect(await access.authenticate(one.session)).not.toBeNull();
  });

  it('is stored so that the database alone cannot be used to sign in', async () => {
    const { session } = await join();
    const { rows } = await database.pool.query('select token_hash from staff_sessions');
    expect(rows.map(({ token_hash: hash }) => Buffer.from(hash).toString('utf8')).join(' ')).not.toContain(session);
  });
});

describe('deactivation', () => {
  it('closes every door at once', async () => {
    const { staff, session } = await join();
    const token = createSecretToken('dt');
    const link = createSecretToken('di');
    await units.run(newId(), (tx) =>
      access.createToken(tx, staff, { name: 'register', scopes: ['tickets:read'], days: 30 }, token),
    );
    await units.run(newId(), (tx) => access.renewLink(tx, operator, staff.id, link));
    expect(await access.authenticateToken(token)).toMatchObject({ scopes: ['tickets:read'] });

    await units.run(newId(), async (tx) => void (await access.deactivate(tx, operator, staff.id)));
    expect(await access.authenticate(session)).toBeNull();
    expect(await access.authenticateToken(token)).toBeNull();
    await expect(access.signInByLink(link, 'Firefox')).rejects.toMatchObject({ code: 'session.link_used' });
  });

  it('cannot be turned against oneself, and a stranger is not even found', async () => {
    const { staff } = await join();
    const itself = units.run(newId(), async (tx) => void (await access.deactivate(tx, operator, operator.id)));
    await expect(itself).rejects.toMatchObject({ code: 'staff.not_oneself' });
    const upwards = units.run(newId(), async (tx) => void (await access.deactivate(tx, staff, operator.id)));
    await expect(upwards).rejects.toMatchObject({ code: 'staff.not_found' });
  });
});

describe('the second factor', () => {
  it('is asked for at the next sign-in, and each code is good once', async () => {
    const { staff } = await join();
    const { secret } = access.offerSecondFactor(staff);
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
    await units.run(newId(), async (tx) => access.setSecondFactor(tx, staff, secret, codeNow()));

    const first = createSecretToken('di');
    const second = createSecretToken('di');
    for (const link of [first, second])
      await units.run(newId(), (tx) => access.renewLink(tx, operator, staff.id, link));
    expect(await access.signInByLink(first, 'Firefox')).toEqual({ type: 'code_needed' });
    await expect(access.signInByLink(first, 'Firefox', '000000')).rejects.toMatchObject({ code: 'session.code_wrong' });
    expect(await access.signInByLink(first, 'Firefox', codeNow())).toMatchObject({ type: 'signed_in' });
    await expect(access.signInByLink(second, 'Firefox', codeNow())).rejects.toMatchObject({
      code: 'session.code_wrong',
    });
    now = new Date(now.getTime() + 60_000);
    expect(await access.signInByLink(second, 'Firefox', codeNow())).toMatchObject({ type: 'signed_in' });
  });
});

describe('seeding the demonstration', () => {
  it('adds nobody twice and wakes nobody up', async () => {
    const person = { ...aPerson({ email: 'seeded@roads.example' }), id: newId() };
    expect(await seedDemoStaff(database.pool, [person])).toBe(1);
    await units.run(newId(), async (tx) => void (await access.deactivate(tx, operator, person.id as StaffId)));
    expect(await seedDemoStaff(database.pool, [person])).toBe(0);
    await expect(access.signInDemo(person.id as StaffId, 'Firefox')).rejects.toMatchObject({ code: 'staff.not_found' });
  });
});
