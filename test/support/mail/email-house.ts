import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { createEmailChannel, createMailer } from '../../../src/channels/email/index.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { type ReceivedLetter, startMailServer } from './mail-server.ts';

const INBOUND = `whsec_${Buffer.from('a secret of the mail gateway').toString('base64')}`;

/** The mail channel on the services of a test world, with a mail server and a gateway that hands letters over. */
export async function startEmailHouse(world: OfficerWorld) {
  const mail = await startMailServer();
  const mailer = createMailer({ url: mail.url, from: 'Dauys <case@dauys.example>' });
  const email = createEmailChannel({
    ...world.services,
    ...world.room,
    log: world.log,
    mailer,
    secret: world.secrets.secret,
    domain: 'dauys.example',
    inbound: { replyBase: 'case@dauys.example', secret: INBOUND },
  });
  const server = fastify();
  await email.registerRoutes(server);
  world.setDeliverers({ email: email.deliver });

  async function post(letter: object, secret = INBOUND): Promise<number> {
    const body = JSON.stringify(letter);
    const id = randomUUID();
    const at = new Date();
    const response = await server.inject({
      method: 'POST',
      url: '/email/inbound',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      payload: body,
    });
    return response.statusCode;
  }

  return {
    mail,
    deliver: email.deliver,
    post,
    to: (address: string) => mail.letters.filter(({ to }) => to === address),
    replyTo: (from: string, letter: ReceivedLetter | undefined, text: string, rest: object = {}) =>
      post({
        from,
        to: [letter?.headers.get('reply-to') ?? letter?.headers.get('from') ?? ''],
        subject: `Re: ${letter?.headers.get('subject')}`,
        text: `${text}\n\nOn Mon, 23 Nov 2026 at 10:00, Dauys <case@dauys.example> wrote:\n> ${letter?.text.slice(0, 20)}`,
        messageId: `<${randomUUID()}@roads.example>`,
        authenticated: true,
        ...rest,
      }),
    async stop(): Promise<void> {
      mailer.close();
      await server.close();
      await mail.stop();
    },
  };
}
export type EmailHouse = Awaited<ReturnType<typeof startEmailHouse>>;
