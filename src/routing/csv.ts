/** Reads RFC 4180 text: quoted fields, doubled quotes, line breaks inside quotes, LF or CRLF, an optional BOM. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let touched = false;
  const endRow = () => {
    row.push(field);
    if (touched || row.length > 1) rows.push(row);
    row = [];
    field = '';
    touched = false;
  };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && field === '') {
      quoted = true;
      touched = true;
    } else if (char === ',') {
      row.push(field);
      field = '';
      touched = true;
    } else if (char === '\n') endRow();
    else if (char !== '\r' || text.charAt(at + 1) !== '\n') {
      field += char;
      touched = true;
    }
  }
  if (touched || row.length > 0) endRow();
  return rows;
}

/** Rows as records by the names in the first row; a missing field is the empty string. */
export function parseCsvRecords(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  const names = header.map((name) => name.trim().toLowerCase());
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] ?? ''])));
}
