export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

const TOKEN = /<\?xml version="1\.0" encoding="utf-8"\?>\n|<(\/?)([A-Za-z_][\w.-]*)(\/?)>|([^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#13;': '\r' };

/** A strict reader for tests: refuses everything that is not well-formed. A second opinion on the writer. */
export function readXml(source: string): XmlNode {
  const root = { name: '', text: '', children: [] as XmlNode[] };
  const open = [root];
  TOKEN.lastIndex = 0;
  if (!source.startsWith('<?xml')) throw new Error('no declaration');
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    const top = open.at(-1);
    if (!found || !top) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 40)}`);
    const [, closing, name, empty, text] = found;
    if (text !== undefined) {
      if (/&(?!(amp|lt|gt|#13);)/.test(text)) throw new Error(`bare ampersand: ${text}`);
      top.text += text.replace(/&[^;]+;/g, (entity) => ENTITIES[entity] ?? '');
    } else if (name !== undefined && closing) {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const node = { name, text: '', children: [] as XmlNode[] };
      top.children.push(node);
      if (!empty) open.push(node);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one closed root element');
  return only;
}

export const childNames = (node: XmlNode | undefined): string[] => (node?.children ?? []).map(({ name }) => name);
export const textOf = (node: XmlNode | undefined, name: string): string | undefined =>
  node?.children.find((child) => child.name === name)?.text;
