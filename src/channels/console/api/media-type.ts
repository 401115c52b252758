const text = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 16)).toString('latin1');

/** Office files are archives; their names decide what is inside. */
const ARCHIVED: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
};

/** What the bytes are, whatever their name claims; null for what an official answer does not need. */
export function mediaTypeOf(bytes: Uint8Array, fileName: string): string | null {
  const start = text(bytes);
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  if (start.startsWith('%PDF-')) return 'application/pdf';
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (start.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (start.startsWith('PK\u0003\u0004')) return ARCHIVED[extension] ?? null;
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0') && extension === 'doc') return 'application/msword';
  if (extension === 'txt' && !bytes.subarray(0, 4096).includes(0)) return 'text/plain';
  return null;
}

/** Shown inside a page; everything else is offered as a download. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/|video\/(mp4|webm)|application\/pdf$)/;
export const isShown = (mediaType: string): boolean => SHOWN.test(mediaType) && !mediaType.includes('svg');
