import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Scope, Staff, StaffRole } from '../../../access/index.ts';
import { may, type TicketCommand } from '../../../appeals/index.ts';
import { TicketId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ConsoleDeps } from './deps.ts';

/** Who may use a route. Every route declares one; a route without a decision stops the start. */
export type AccessDecision =
  /** People who are not signed in yet. */
  | { readonly who: 'anyone' }
  /** Everybody signed in; without a scope only from a browser. */
  | { readonly who: 'staff'; readonly scope?: Scope }
  | { readonly who: 'roles'; readonly roles: readonly StaffRole[]; readonly scope: Scope }
  /** Whoever may give this command for the ticket in the address. */
  | { readonly who: 'ticket'; readonly command: TicketCommand; readonly scope: Scope };

export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: AccessDecision;
}

export interface Principal {
  readonly staff: Staff;
  /** Null for a machine. */
  readonly sessionId: string | null;
  /** Null: everything the role may. */
  readonly scopes: readonly Scope[] | null;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessDecision;
  }
  interface FastifyRequest {
    principal: Principal | null;
  }
}

export const SESSION_COOKIE = 'dauys_session';
/** A header that no form and no other site can send without asking us first. */
export const CSRF_HEADER = 'x-dauys-console';
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Refusal('session.not_signed_in', {});
  return request.principal;
}

/** Authenticates and authorises every route of the plugin before its body is even looked at. */
export function guardRoutes(
  server: FastifyInstance,
  { access, view, publicUrl }: Pick<ConsoleDeps, 'access' | 'view' | 'publicUrl'>,
): readonly DeclaredRoute[] {
  const declared: DeclaredRoute[] = [];
  server.decorateRequest('principal', null);

  server.addHook('onRoute', ({ method, url, config }) => {
    const decision = config?.access;
    if (!decision) throw new Error(`${method} ${url} declares no access`);
    for (const name of [method].flat()) if (name !== 'HEAD') declared.push({ method: name, url, access: decision });
  });

  server.addHook('onRequest', async (request) => {
    const bearer = request.headers.authorization?.match(/^Bearer (\S+)$/i)?.[1];
    if (bearer) {
      const machine = await access.authenticateToken(bearer);
      request.principal = machine && { ...machine, sessionId: null };
      return;
    }
    if (!SAFE_METHODS.includes(request.method)) assertOwnOrigin(request, publicUrl);
    const cookie = request.cookies[SESSION_COOKIE];
    const session = cookie ? await access.authenticate(cookie) : null;
    request.principal = session && { ...session, scopes: null };
  });

  server.addHook('preValidation', async (request) => {
    const decision = request.routeOptions.config.access;
    if (!decision) throw new Refusal('session.not_allowed', {});
    await authorise(request, decision);
  });

  async function authorise(request: FastifyRequest, decision: AccessDecision): Promise<void> {
    if (decision.who === 'anyone') return;
    const { staff, scopes } = principalOf(request);
    const isInScope = scopes === null || (decision.scope !== undefined && scopes.includes(decision.scope));
    if (!isInScope) throw new Refusal('session.not_allowed', {});
    if (decision.who === 'roles' && !decision.roles.includes(staff.role)) throw new Refusal('session.not_allowed', {});
    if (decision.who === 'ticket') {
      const id = TicketId.safeParse((request.params as { ticketId?: string }).ticketId);
      const ticket = id.success ? await view.ticketScope(id.data) : null;
      if (!ticket || !may(staff, 'read', ticket)) throw new Refusal('ticket.not_found', {});
      if (!may(staff, decision.command, ticket))
        throw new Refusal('ticket.not_allowed', { command: decision.command, role: staff.role });
    }
  }
  return declared;
}

/** The browser tells where a write comes from; a cookie alone is not enough (cross-site request forgery). */
function assertOwnOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin } = request.headers;
  const isOurs =
    origin === undefined ||
    origin === new URL(publicUrl).origin ||
    (URL.canParse(origin) && new URL(origin).host === request.headers.host);
  if (!isOurs || request.headers[CSRF_HEADER] === undefined) throw new Refusal('session.wrong_origin', {});
}
