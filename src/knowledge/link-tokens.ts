/** Addresses a model never sees: it is given `[[link:1]]` and can only give that back. */
export type LinkTable = readonly string[];

const ADDRESS = /https?:\/\/[^\s<>"»)]+[^\s<>"»).,;:!?]/giu;
const TOKEN = /\[\[link:(\d+)\]\]/giu;

export function hideLinks(texts: readonly string[]): { texts: string[]; links: LinkTable } {
  const links: string[] = [];
  const hidden = texts.map((text) =>
    text.replace(ADDRESS, (address) => {
      const known = links.indexOf(address);
      return `[[link:${known === -1 ? links.push(address) : known + 1}]]`;
    }),
  );
  return { texts: hidden, links };
}

export const unknownTokens = (text: string, links: LinkTable): boolean =>
  [...text.matchAll(TOKEN)].some(([, number]) => links[Number(number) - 1] === undefined);

export const showLinks = (text: string, links: LinkTable): string =>
  text.replace(TOKEN, (_, number: string) => links[Number(number) - 1] ?? '');

/** Anything a citizen could click, call or write to, apart from our own tokens. */
const CONTACT =
  /https?:|www\.|@[\p{L}\d_]|[\p{L}\d._-]+@[\p{L}\d-]+\.|(?<![\p{L}\d])[\p{L}\d-]+\.(?:kz|com|org|net|ru|gov|info|io|me|app|рф|қаз)(?![\p{L}\d])|\+?\d[\d\s()-]{7,}\d/giu;

export const contactsIn = (text: string): string[] =>
  [...text.replace(TOKEN, '').matchAll(CONTACT)].map(([contact]) => contact.replace(/\s/g, '').toLowerCase());
