import { type CheerioAPI, load } from 'cheerio';
import type { ImportedText } from './imported-text.ts';

const NOISE =
  'script, style, template, noscript, nav, header, footer, aside, form, iframe, svg, [hidden], [aria-hidden="true"]';
/** What an eye does not see is not part of the document, whoever put it there. */
const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])/i;
const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, tr, pre, blockquote, dt, dd';

interface Block {
  readonly level: number | null;
  readonly text: string;
}

/** A page cut at its headings; the first heading names what stands before the others. */
export function readHtml(html: string, fallbackTitle: string): ImportedText[] {
  const page = load(html);
  page(NOISE).remove();
  page('[style]')
    .filter((_, element) => INVISIBLE.test(page(element).attr('style') ?? ''))
    .remove();
  return sectionsOf(blocksOf(page), page('title').first().text().trim() || fallbackTitle);
}

function blocksOf(page: CheerioAPI): Block[] {
  const root = page('main, article, [role="main"]').first();
  const blocks = (root.length > 0 ? root : page('body')).find(BLOCKS).toArray();
  if (blocks.length === 0) return [{ level: null, text: page('body').text() }];
  return blocks.flatMap((element): Block[] => {
    const block = page(element);
    // A list inside a cell, a paragraph inside a quote: the inner one speaks.
    if (block.find(BLOCKS).length > 0 && element.tagName !== 'tr') return [];
    if (element.tagName !== 'tr' && block.parents('tr').length > 0) return [];
    const text =
      element.tagName === 'tr'
        ? block
            .children('td, th')
            .toArray()
            .map((cell) => page(cell).text().trim())
            .filter((cell) => cell !== '')
            .join(' — ')
        : block.text();
    if (text.trim() === '') return [];
    const heading = /^h([1-6])$/.exec(element.tagName);
    return [
      { level: heading ? Number(heading[1]) : null, text: element.tagName === 'li' ? `• ${text.trim()}` : text.trim() },
    ];
  });
}

/** Cut where the document itself is cut: at the headings of the level that has more than one. */
function sectionsOf(blocks: readonly Block[], title: string): ImportedText[] {
  const levels = blocks.flatMap(({ level }) => level ?? []);
  const cut = [1, 2, 3].find((level) => levels.filter((one) => one === level).length > 1) ?? Math.min(...levels, 7);
  const sections: { title: string; lines: string[] }[] = [];
  let before = { title, lines: [] as string[] };
  for (const { level, text } of blocks) {
    if (level !== null && level <= cut) {
      if (before.lines.length > 0) sections.push(before);
      before = { title: text, lines: [] };
    } else before.lines.push(text);
  }
  if (before.lines.length > 0) sections.push(before);
  return sections.map((section) => ({ title: section.title, body: joined(section.lines), synonyms: [] }));
}

const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (text === '' ? line : `${text}${line.startsWith('• ') ? '\n' : '\n\n'}${line}`), '');
