import { createHmac, timingSafeEqual } from 'node:crypto';

export type TokenKind = 'ticket' | 'pending';
const LETTER: Record<TokenKind, string> = { ticket: 'c', pending: 'p' };
const MAC_DIGITS = 16;
/** Lower-case hexadecimal only: some servers change the case of addresses. 54 of the 64 characters that are allowed. */
const LOCAL = /\+([cp])([0-9a-f]{32})([0-9a-f]{16})$/i;
const SUBJECT = /\[#([cp])([0-9a-f]{32})([0-9a-f]{16})\]/i;

export interface MailToken {
  readonly kind: TokenKind;
  readonly id: string;
  /** Whether the token was made by us for this channel. */
  isFor(channelId: string): boolean;
}

/** Addresses and subject marks that say which case a letter answers, and cannot be made up. */
export function createMailTokens(secret: string) {
  const mac = (kind: TokenKind, id: string, channelId: string): string =>
    createHmac('sha256', `mail-token:${secret}`)
      .update(`${kind}:${id}:${channelId}`)
      .digest('hex')
      .slice(0, MAC_DIGITS);
  const body = (kind: TokenKind, id: string, channelId: string): string =>
    `${LETTER[kind]}${id.replaceAll('-', '')}${mac(kind, id, channelId)}`;

  function read([, letter, hex, given]: RegExpExecArray): MailToken {
    const kind = letter?.toLowerCase() === 'p' ? 'pending' : 'ticket';
    const id = (hex ?? '').toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return {
      kind,
      id,
      isFor: (channelId) =>
        timingSafeEqual(Buffer.from(mac(kind, id, channelId)), Buffer.from((given ?? '').toLowerCase())),
    };
  }

  return {
    /** `case@dauys.example` → `case+c0193…@dauys.example` */
    address(base: string, kind: TokenKind, id: string, channelId: string): string {
      const at = base.lastIndexOf('@');
      return `${base.slice(0, at)}+${body(kind, id, channelId)}${base.slice(at)}`;
    },

    subjectMark: (kind: TokenKind, id: string, channelId: string): string => `[#${body(kind, id, channelId)}]`,

    /** From any of the addresses, otherwise from the subject. */
    find(addresses: readonly string[], subject: string): MailToken | null {
      for (const address of addresses) {
        const found = LOCAL.exec(address.slice(0, address.lastIndexOf('@')));
        if (found) return read(found);
      }
      const marked = SUBJECT.exec(subject);
      return marked ? read(marked) : null;
    },
  };
}
export type MailTokens = ReturnType<typeof createMailTokens>;
