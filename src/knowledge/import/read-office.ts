import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { Refusal } from '../../kernel/refusal.ts';
import type { ImportedText } from './imported-text.ts';
import { readHtml } from './read-html.ts';

const MAX_PAGES = 300;
/** A document of ten megabytes that unpacks to more than this is a trap, not a document. */
const MAX_UNPACKED = 80 * 1_048_576;

/** Styles become headings, tables rows, pictures nothing. */
export async function readDocx(bytes: Uint8Array, fallbackTitle: string): Promise<ImportedText[]> {
  const buffer = Buffer.from(bytes);
  if (unpackedSize(buffer) > MAX_UNPACKED) throw new Refusal('import.too_large', {});
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return readHtml(value, fallbackTitle);
  } catch {
    throw new Refusal('import.unreadable', { problem: 'docx' });
  }
}

/** The text of a PDF as one draft: its pages know no headings, so a person cuts it. A scan has no text and says so. */
export async function readPdf(bytes: Uint8Array, fallbackTitle: string): Promise<ImportedText[]> {
  let pages: string[];
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    if (document.numPages > MAX_PAGES)
      throw new Refusal('import.too_many', { found: document.numPages, limit: MAX_PAGES });
    pages = (await extractText(document, { mergePages: false })).text;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('import.unreadable', { problem: 'pdf' });
  }
  const lines = pages
    .join('\n\n')
    .split('\n')
    .map((line) => line.trim());
  const title = lines.find((line) => line.length > 3 && line.length <= 200) ?? fallbackTitle;
  const body = lines.filter((line) => line !== title || line === '').join('\n');
  if (body.trim() === '') throw new Refusal('import.no_text', {});
  return [{ title, body, synonyms: [] }];
}

/** Sum of the sizes the archive's own directory promises. */
function unpackedSize(buffer: Buffer): number {
  let total = 0;
  for (
    let at = buffer.indexOf('PK\u0001\u0002', 0, 'latin1');
    at !== -1;
    at = buffer.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  )
    if (at + 28 <= buffer.length) total += buffer.readUInt32LE(at + 24);
  return total;
}
