/** An element: text, nothing, or elements of its own in order. */
export type XmlContent = string | number | boolean | null | undefined | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: XmlContent];

/** Characters that XML 1.0 (2.2) forbids even escaped; lone halves of surrogate pairs are replaced before. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>\r]/g, (letter) => ESCAPES[letter] ?? letter);

/** A whole document. Names of elements are ours; everything else is escaped. */
export const toXml = (root: XmlElement): string => `<?xml version="1.0" encoding="utf-8"?>\n${write(root)}\n`;

function write([name, content]: XmlElement): string {
  if (content === null || content === undefined || content === '') return `<${name}/>`;
  const inside = Array.isArray(content) ? content.map(write).join('') : escapeXml(String(content));
  return `<${name}>${inside}</${name}>`;
}

type Plain = string | number | boolean | null | undefined;

/** A flat record as elements of the same names. */
export const elementsOf = (record: Readonly<Record<string, Plain>>): XmlElement[] => Object.entries(record);
