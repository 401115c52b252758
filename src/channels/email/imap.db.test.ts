import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImapServer, startImapServer } from '../../../test/support/mail/imap-server.ts';
import { type MailServer, type ReceivedLetter, startMailServer } from '../../../test/support/mail/mail-server.ts';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { createEmailChannel, createMailer, type Mailer } from './index.ts';
import { isAuthenticated, readLetter } from './read-letter.ts';

const DMITRIY = 'dmitriy@roads.example';
const AUTHSERV = 'mx.dauys.example';
const PASSED = `${AUTHSERV}; spf=pass smtp.mailfrom=roads.example; dkim=pass header.d=roads.example`;

describe('replies read from a mailbox', () => {
  let world: OfficerWorld;
  let mail: MailServer;
  let imap: ImapServer;
  let mailer: Mailer;
  let email: ReturnType<typeof createEmailChannel>;
  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    mail = await startMailServer();
    imap = await startImapServer();
    mailer = createMailer({ url: mail.url, from: 'Dauys <case@dauys.example>' });
    email = createEmailChannel({
      ...world.services,
      ...world.room,
      log: world.log,
      mailer,
      secret: world.secrets.secret,
      domain: 'dauys.example',
      inbound: { replyBase: 'case@dauys.example', secret: null, imap: { url: imap.url, authserv: AUTHSERV } },
    });
    world.setDeliverers({ email: email.deliver });
    await world.addChannel({ kind: 'email', place: 'office@roads.example', abroad: false, policy: 'full' });
    await world.addStaff({ givenName: 'Дмитрий', email: DMITRIY });
  });
  afterAll(async () => {
    mailer.close();
    await mail.stop();
    await imap.stop();
    await world.stop();
  });

  const letterTo = (
    letter: ReceivedLetter | undefined,
    text: string,
    { messageId = `<${randomUUID()}@roads.example>`, results = PASSED, more = '' } = {},
  ): string =>
    [
      `Authentication-Results: ${results}`,
      `From: Dmitriy <${DMITRIY}>`,
      `To: ${letter?.headers.get('reply-to') ?? ''}`,
      `Subject: =?utf-8?B?${Buffer.from(`Re: ${letter?.headers.get('subject')}`).toString('base64')}?=`,
      `Message-ID: ${messageId}`,
      ...(more ? [more] : []),
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`${text}\n\nOn Mon, 23 Nov 2026 at 10:00, Dauys <case@dauys.example> wrote:\n> earlier`).toString(
        'base64',
      ),
      '',
    ].join('\r\n');
  const newest = () => mail.letters.filter(({ to }) => to === 'office@roads.example').at(-1);
  const notesOf = async (appealId: never) =>
    (await world.entries(appealId)).filter(({ kind }) => kind === 'note').map(({ maskedText }) => maskedText as string);

  it('become notes and acts, once each, and are marked as seen', async () => {
    const { appealId, ticketId } = await world.fileCase();
    await world.deliverAll();
    const messageId = '<same@roads.example>';
    imap.put(letterTo(newest(), 'Позвонил подрядчику', { messageId }));
    imap.put(letterTo(newest(), 'Позвонил подрядчику', { messageId }));
    imap.put(letterTo(newest(), 'Рег: Ж-77'));
    await email.readMailbox?.();
    expect(await notesOf(appealId as never)).toEqual(['Позвонил подрядчику']);
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'registered', registrationNumber: 'Ж-77' });
    expect(imap.letters.every(({ seen }) => seen)).toBe(true);
  });

  it('wait in the mailbox through a lost connection and are taken the next time', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    imap.put(letterTo(newest(), 'Выехали на место'));
    imap.dropNextFetches(1);
    await email.readMailbox?.().catch(() => undefined);
    expect(imap.letters.at(-1)?.seen).toBe(false);
    await email.readMailbox?.();
    expect(await notesOf(appealId as never)).toEqual(['Выехали на место']);
  });

  it('of somebody whom the mail server does not vouch for change nothing', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const forged = `${AUTHSERV}; spf=fail smtp.mailfrom=evil.example; dkim=none`;
    imap.put(letterTo(newest(), 'Подделка', { results: forged }));
    imap.put(letterTo(newest(), 'Подделка', { results: `mx.evil.example; spf=pass smtp.mailfrom=roads.example` }));
    imap.put(letterTo(newest(), 'Автоответ', { more: 'Auto-Submitted: auto-replied' }));
    await email.readMailbox?.();
    expect(await notesOf(appealId as never)).toEqual([]);
    expect(world.lines.join('')).not.toContain('Подделка');
  });
});

describe('a letter', () => {
  const from = { name: '', address: 'a@roads.example' };
  const stamp = (value: string) => ({ headers: [{ key: 'authentication-results', value }], from }) as never;

  it.each([
    [`${AUTHSERV}; spf=pass smtp.mailfrom=bounce@roads.example`, true],
    [`${AUTHSERV}; dkim=pass header.i=@mail.roads.example`, true],
    [`${AUTHSERV}; dkim=pass header.d=other.example`, false],
    [`${AUTHSERV}; spf=softfail smtp.mailfrom=roads.example`, false],
    ['elsewhere.example; spf=pass smtp.mailfrom=roads.example', false],
  ])('with %s is vouched for: %s', (value, expected) => expect(isAuthenticated(stamp(value), AUTHSERV)).toBe(expected));

  it('brings its attachments and its words without their dress', async () => {
    const source = [
      'From: a@roads.example',
      'To: case+x@dauys.example',
      'Message-ID: <1@roads.example>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Ответ: сделано</p>',
      '--b',
      'Content-Type: application/pdf; name=act.pdf',
      'Content-Disposition: attachment; filename=act.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF-1.7').toString('base64'),
      '--b--',
      '',
    ].join('\r\n');
    const letter = await readLetter(Buffer.from(source), AUTHSERV);
    expect(letter?.text.trim()).toBe('Ответ: сделано');
    expect(letter?.attachments).toMatchObject([{ fileName: 'act.pdf', mediaType: 'application/pdf' }]);
  });
});
