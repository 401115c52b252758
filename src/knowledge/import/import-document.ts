import { marked } from 'marked';
import { Refusal } from '../../kernel/refusal.ts';
import { checked, type ImportedText, MAX_BYTES } from './imported-text.ts';
import { readCsv } from './read-csv.ts';

/** Readers of documents are loaded with the first document: they are large, and most processes never see one. */
const htmlReader = () => import('./read-html.ts');
const officeReader = () => import('./read-office.ts');

/** Reads a file into texts for drafts. What it is, its beginning and its name say together; anything else is refused with a reason. */
export async function importDocument(fileName: string, bytes: Uint8Array): Promise<readonly ImportedText[]> {
  if (bytes.length > MAX_BYTES) throw new Refusal('import.too_large', { megabytes: MAX_BYTES / 1_048_576 });
  if (bytes.length === 0) throw new Refusal('import.empty', {});
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const title =
    fileName
      .replace(/\.[a-z]+$/i, '')
      .replaceAll(/[_-]+/g, ' ')
      .trim() || fileName;
  const begins = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (begins === '%PDF-') return checked(await (await officeReader()).readPdf(bytes, title));
  if (begins.startsWith('PK') && extension === 'docx')
    return checked(await (await officeReader()).readDocx(bytes, title));
  switch (extension) {
    case 'md':
    case 'markdown':
      return checked((await htmlReader()).readHtml(await marked.parse(textOf(bytes)), title));
    case 'html':
    case 'htm':
      return checked((await htmlReader()).readHtml(textOf(bytes), title));
    case 'csv':
      return checked(readCsv(textOf(bytes)));
    default:
      throw new Refusal('import.unknown_type', { name: fileName.slice(0, 80) });
  }
}

/** UTF-8 only: a guess at an old encoding would fill the sources with rubbish. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('import.not_utf8', {});
  }
}
