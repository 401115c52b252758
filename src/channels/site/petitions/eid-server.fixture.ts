import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'dauys', secret: 'a secret of the eID client with enough letters' };

/** People the eID knows: an account, and whose it is. One person may have two accounts. */
const ACCOUNTS: Readonly<Record<string, { national_id: string; birthdate: string }>> = {
  aigul: { national_id: '900101300123', birthdate: '1990-01-01' },
  'aigul-work': { national_id: '900101300123', birthdate: '1990-01-01' },
  bolat: { national_id: '850505300456', birthdate: '1985-05-05' },
  child: { national_id: '150505300789', birthdate: '2015-05-05' },
};

/** A real OpenID provider on a port of its own, where whoever `login` names is already standing at the counter. */
export async function startEid(callback: string, { idTokenSeconds = 600 } = {}) {
  let login = 'aigul';
  let provider: Provider | null = null;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/counter/'))
      void provider?.interactionFinished(
        request,
        response,
        { login: { accountId: login } },
        { mergeWithLastSubmission: false },
      );
    else provider?.callback()(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], profile: ['national_id', 'birthdate'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['cookies of a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/counter/${interaction.uid}` },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...ACCOUNTS[accountId] }),
    }),
    loadExistingGrant: async (context: {
      oidc: {
        client: { clientId: string };
        session: { accountId: string };
        provider: { Grant: new (of: unknown) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
      };
    }) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    ttl: {
      IdToken: () => idTokenSeconds,
      AuthorizationCode: 60,
      AccessToken: 60,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
  });

  return {
    issuer,
    /** Walks from the address the site sends people to, as this account, back to the site's own address. */
    async walk(address: string, account: string): Promise<string> {
      login = account;
      const jar = new Map<string, string>();
      let next = address;
      for (let step = 0; step < 8; step += 1) {
        if (next.startsWith(callback)) return next;
        const response = await fetch(next, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [pair = ''] = cookie.split(';');
          const at = pair.indexOf('=');
          jar.set(pair.slice(0, at), pair.slice(at + 1));
        }
        const location = response.headers.get('location');
        if (!location) throw new Error(`the eID answered ${response.status}: ${(await response.text()).slice(0, 400)}`);
        next = new URL(location, next).href;
      }
      throw new Error('the eID leads in circles');
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type Eid = Awaited<ReturnType<typeof startEid>>;
