import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../test/support/console/start-console.ts';
import { STAFF_ROLES, type StaffRole } from '../../../access/index.ts';
import { may, TICKET_COMMANDS } from '../../../appeals/index.ts';
import type { DeclaredRoute } from './access-decision.ts';

const OWN = 'almaty.roads';
const OTHER = 'almaty.energy';
const BODIES: Record<StaffRole, readonly (string | null)[]> = {
  officer: [OWN, OTHER],
  supervisor: [OWN, OTHER],
  operator: [null],
  monitor: [null],
  auditor: [null],
  confidant: [null],
};

let console: TestConsole;
let ticketId: string;
let appealId: string;
const cookies = new Map<string, Record<string, string>>();

beforeAll(async () => {
  console = await startConsole();
  ({ ticketId, appealId } = await console.writeCase({ text: 'Яма на Саина', agencyCode: OWN }));
  for (const role of STAFF_ROLES)
    for (const body of BODIES[role]) cookies.set(`${role} ${body}`, (await console.signIn(role, body)).headers);
});
afterAll(() => console.stop());

/** A request that is refused for what it is, never carried out: the body is empty and every id but the ticket's is unknown. */
const addressOf = ({ url }: DeclaredRoute): string =>
  url
    .replace(':ticketId', ticketId)
    .replace(':appealId', appealId)
    .replace(':number', '472-918-3')
    .replace(':updateId', '1')
    .replace(/:\w+Id/, '01930000-0000-7000-8000-ffffffffffff');

async function statusOf(route: DeclaredRoute, headers: Record<string, string>): Promise<number> {
  const { statusCode } = await console.http.inject({
    method: route.method as 'GET',
    url: addressOf(route),
    headers: route.method === 'GET' ? headers : { ...headers, 'content-type': 'application/json' },
    ...(route.method === 'GET' ? {} : { payload: '[]' }),
  });
  return statusCode;
}

const REFUSED_UNSEEN = [401, 403];
const isStream = ({ url }: DeclaredRoute): boolean => url.endsWith('/events');
/** Routes whose decision is more than the role: the handler looks at the thing itself. */
const isSignOut = ({ method, url }: DeclaredRoute): boolean => method === 'DELETE' && url.endsWith('/session');

describe('every route of the API', () => {
  it('declares who may use it, and there are routes to check', () => {
    expect(console.routes.length).toBeGreaterThan(35);
    for (const route of console.routes) expect(route.access.who, `${route.method} ${route.url}`).toBeTruthy();
  });

  it('is closed to people who are not signed in, unless it is a way in', async () => {
    for (const route of console.routes.filter(({ access }) => access.who !== 'anyone'))
      expect(await statusOf(route, { 'x-dauys-console': '1' }), `${route.method} ${route.url}`).toBe(401);
    expect(console.routes.filter(({ access }) => access.who === 'anyone').map(({ url }) => url)).toEqual([
      '/api/v1/session',
      '/api/v1/demo/staff',
      '/api/v1/demo/session',
    ]);
  });

  it('takes no write from another site or without our header', async () => {
    const headers = cookies.get(`officer ${OWN}`) ?? {};
    for (const route of console.routes.filter(({ method }) => method !== 'GET')) {
      const { 'x-dauys-console': _ours, ...bare } = headers;
      expect(await statusOf(route, bare), `${route.method} ${route.url} without the header`).toBe(403);
      expect(await statusOf(route, { ...headers, origin: 'https://evil.example' }), route.url).toBe(403);
    }
  });

  describe.each(STAFF_ROLES.flatMap((role) => BODIES[role].map((body) => ({ role, body }))))(
    'for a $role of $body',
    ({ role, body }) => {
      it('follows its decision', async () => {
        const headers = cookies.get(`${role} ${body}`) ?? {};
        const person = { id: ticketId, role, agencyCode: body, unitIds: [] } as never;
        const ticket = { agencyCode: OWN, unitId: null, state: 'delivered' } as never;
        for (const route of console.routes.filter((one) => !isStream(one) && !isSignOut(one))) {
          const status = await statusOf(route, headers);
          const name = `${route.method} ${route.url}`;
          switch (route.access.who) {
            case 'anyone':
            case 'staff':
              expect(REFUSED_UNSEEN, name).not.toContain(status);
              break;
            case 'roles':
              if (route.access.roles.includes(role)) expect(REFUSED_UNSEEN, name).not.toContain(status);
              else expect(status, name).toBe(403);
              break;
            case 'ticket':
              if (!may(person, 'read', ticket)) expect(status, name).toBe(404);
              else if (!may(person, route.access.command, ticket)) expect(status, name).toBe(403);
              else expect([200, 400, 406, 415, 422], name).toContain(status);
              break;
          }
        }
      });
    },
  );

  it('has a route for every command that exists', () => {
    const offered = console.routes.flatMap(({ access }) => (access.who === 'ticket' ? access.command : []));
    expect(TICKET_COMMANDS.filter((command) => !offered.includes(command))).toEqual([]);
  });
});
