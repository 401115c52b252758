/** Where mail programs begin to repeat what was written before, in the languages people here write. */
const QUOTE_HEADS: readonly RegExp[] = [
  /^\s*On\b.{0,200}\bwrote:\s*$/i,
  /^.{0,200}\s(пишет|писал|писала|написал|написала|жазды)(\s*\(.{0,10}\))?:\s*$/iu,
  /^.{0,200}<[^<>\s]+@[^<>\s]+>:?\s*:\s*$/u,
  /^\s*-{2,}\s*(Original Message|Исходное сообщение|Пересылаемое сообщение|Бастапқы хабар|Бастапқы хат).*$/iu,
  /^\s*(From|От|Кімнен|От кого):\s.*$/iu,
  /^\s*_{10,}\s*$/,
];
const SIGNATURE = /^--\s?$/;

/** What the person wrote now: without the quoted letter, the signature and white space around it. */
export function stripQuotes(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (SIGNATURE.test(line) || QUOTE_HEADS.some((head) => head.test(line))) break;
    // Long heads are wrapped into two lines.
    if (/^\s*On\b/.test(line) && QUOTE_HEADS[0]?.test(`${line} ${lines[index + 1] ?? ''}`)) break;
    if (!/^\s*>/.test(line)) kept.push(line);
  }
  return kept.join('\n').trim();
}
