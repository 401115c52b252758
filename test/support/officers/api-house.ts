import type { AddressInfo } from 'node:net';
import { createSecretToken, type Staff } from '../../../src/access/index.ts';
import { createConsoleChannel } from '../../../src/app/console.ts';
import { composeParticipation } from '../../../src/app/participation.ts';
import { createHttpServer } from '../../../src/platform/http/index.ts';
import type { OfficerWorld } from './officer-world.ts';

/** The API and the pages of the console on the services of a test world, on a port of their own. */
export async function startApiHouse(world: OfficerWorld) {
  const { services, publicUrl, log } = world;
  const http = await createHttpServer({ log, texts: services.texts, publicUrl });
  const participation = composeParticipation(services, { secret: 'x'.repeat(32), publicUrl });
  const { access, registerRoutes } = await createConsoleChannel(services, { publicUrl, participation, demo: false });
  await registerRoutes(http);
  await http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = http.server.address() as AddressInfo;

  return {
    http,
    url: `http://127.0.0.1:${port}`,

    /** A token for a machine that acts for this person. */
    async tokenOf(person: Staff): Promise<string> {
      const token = createSecretToken('dt');
      await world.run((tx) =>
        access.createToken(tx, person, { name: 'register', scopes: ['tickets:read', 'tickets:write'], days: 1 }, token),
      );
      return token;
    },

    /** A session as a browser holds it. */
    async sessionOf(person: Staff): Promise<string> {
      const link = createSecretToken('dl');
      const operator = { ...person, role: 'operator', agencyCode: null } as const;
      await world.run(async (tx) => {
        await access.renewLink(tx, operator, person.id, link);
        return null;
      });
      const signedIn = await access.signInByLink(link, 'test');
      if (signedIn.type !== 'signed_in') throw new Error('a code is needed');
      return signedIn.token;
    },

    async stop(): Promise<void> {
      await http.close();
      await participation.petitions.stop();
    },
  };
}
export type ApiHouse = Awaited<ReturnType<typeof startApiHouse>>;
