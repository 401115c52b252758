import type { AgencyCode } from '../../../src/kernel/ids.ts';
import { startApiHouse } from '../officers/api-house.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { BODIES, type Desk, type OfficerHouse } from './story.ts';

/** Both bodies by their own machines. */
export async function byRest(world: OfficerWorld): Promise<OfficerHouse> {
  const house = await startApiHouse(world);
  const tokens = new Map<AgencyCode, string>();
  const people = new Map<AgencyCode, string>();
  for (const body of BODIES) {
    const person = await world.addStaff({ givenName: 'Реестр', email: `register@${body}.example`, agencyCode: body });
    tokens.set(body, await house.tokenOf(person));
    people.set(body, person.id);
  }
  const said: string[] = [];

  return {
    async at(body, ticketId): Promise<Desk> {
      const headers = () => ({ authorization: `Bearer ${tokens.get(body)}`, 'idempotency-key': crypto.randomUUID() });
      async function act(command: string, body_: object | FormData): Promise<void> {
        const isForm = body_ instanceof FormData;
        const response = await fetch(`${house.url}/api/v1/tickets/${ticketId}/${command}`, {
          method: 'POST',
          headers: { ...headers(), ...(isForm ? {} : { 'content-type': 'application/json' }) },
          body: isForm ? body_ : JSON.stringify(body_),
        });
        const text = await response.text();
        said.push(text);
        if (!response.ok) throw new Error(`${command}: ${response.status} ${text}`);
      }
      return {
        take: () => act('take', {}),
        ask: (text) => act('ask', { text, language: 'ru' }),
        redirect: (to, reason) => act('redirect', { to, reason }),
        register: async (number) => act('register', { number, on: await world.room.desk.today() }),
        async extend(reason) {
          const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
          await act('extend', { until: latest, reason, decidedBy: people.get(body) });
        },
        answer(text) {
          const form = new FormData();
          for (const [name, value] of Object.entries({ text, language: 'ru', outcome: 'done' })) form.set(name, value);
          return act('answer', form);
        },
      };
    },
    crossed: () => said.join('\n'),
    stop: house.stop,
  };
}
