import PostalMime, { type Address, type Email } from 'postal-mime';
import type { InboundLetter } from './email-inbound.ts';

const MAX_ATTACHMENTS = 5;
const MAX_ATTACHMENT_BYTES = 20_000_000;

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const isWithin = (domain: string, other: string): boolean =>
  domain === other || domain.endsWith(`.${other}`) || other.endsWith(`.${domain}`);

const mailboxesOf = (list: readonly Address[] | undefined): string[] =>
  (list ?? []).flatMap((one) =>
    one.address ? [one.address] : (one.group ?? []).flatMap(({ address }) => address ?? []),
  );

/**
 * Whether our own mail server vouches for the sender: it stamps `Authentication-Results` (RFC 8601) with its name, on
 * top of whatever a sender wrote there. SPF or DKIM must have passed for the domain of `From` itself.
 */
export function isAuthenticated({ headers, from }: Pick<Email, 'headers' | 'from'>, authserv: string): boolean {
  const sender = from?.address ? domainOf(from.address) : '';
  const stamp = headers.find(
    ({ key, value }) =>
      key === 'authentication-results' && value.trim().toLowerCase().split(/[\s;]/u)[0] === authserv.toLowerCase(),
  );
  if (!stamp || sender === '') return false;
  return stamp.value
    .toLowerCase()
    .split(';')
    .slice(1)
    .some((method) => {
      const [, domain] = /(?:header\.d|header\.i|smtp\.mailfrom)=@?(?:[^\s@;]*@)?([^\s;]+)/.exec(method) ?? [];
      return /^\s*(?:spf|dkim)=pass\b/.test(method) && domain !== undefined && isWithin(domain, sender);
    });
}

/** A letter as a mailbox keeps it, as far as we need it; null when nobody could have written it to us. */
export async function readLetter(source: Uint8Array, authserv: string): Promise<InboundLetter | null> {
  const mail = await PostalMime.parse(source);
  const from = mail.from?.address?.toLowerCase();
  if (!from || !mail.messageId) return null;
  const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
  const to = [
    ...mailboxesOf(mail.to),
    ...mailboxesOf(mail.cc),
    ...[header('delivered-to'), header('x-original-to')].flatMap((address) => address ?? []),
  ];
  return {
    from,
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? plainOf(mail.html ?? ''),
    messageId: mail.messageId.slice(0, 400),
    authenticated: isAuthenticated(mail, authserv),
    autoSubmitted: isRobot(header('auto-submitted'), header('precedence')),
    attachments: mail.attachments
      .filter(({ disposition }) => disposition === 'attachment')
      .map(({ filename, mimeType, content }) => ({ filename, mimeType, bytes: bytesOf(content) }))
      .filter(({ bytes }) => bytes.length > 0 && bytes.length <= MAX_ATTACHMENT_BYTES)
      .slice(0, MAX_ATTACHMENTS)
      .map(({ filename, mimeType, bytes }) => ({
        fileName: filename?.slice(0, 200) ?? null,
        mediaType: mimeType.slice(0, 200),
        content: bytes.toString('base64'),
      })),
  };
}

const isRobot = (autoSubmitted: string | undefined, precedence: string | undefined): boolean =>
  (autoSubmitted !== undefined && !/^\s*no\b/i.test(autoSubmitted)) || /^\s*(bulk|junk|list)\b/i.test(precedence ?? '');

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Buffer =>
  typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content));

/** Mail programs that send no plain text are few; their words are taken without the dress. */
const plainOf = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
