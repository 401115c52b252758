import type { Wave } from '../wave.ts';
import { codebookJson, ddiXml, spssSyntax } from './codebooks.ts';
import type { SafeRows } from './safe-rows.ts';
import { dataCsv, dataXlsx, wordsCsv } from './tables.ts';

export const EXPORT_FORMATS = ['csv', 'words.csv', 'xlsx', 'sps', 'codebook.json', 'codebook.xml', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
}

const MEDIA: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  'words.csv': 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sps: 'text/plain; charset=utf-8',
  'codebook.json': 'application/json',
  'codebook.xml': 'application/xml',
  json: 'application/json',
};

/** One file of a wave's data, made safe: see `safe-rows.ts`. */
export async function exportWave(
  data: SafeRows,
  wave: Pick<Wave, 'id' | 'number'>,
  format: ExportFormat,
): Promise<ExportFile> {
  const name = `survey-${wave.id.slice(0, 8)}-wave-${wave.number}`;
  const body = async (): Promise<string | Uint8Array> => {
    switch (format) {
      case 'csv':
        return dataCsv(data);
      case 'words.csv':
        return wordsCsv(data);
      case 'xlsx':
        return dataXlsx(data);
      case 'sps':
        return spssSyntax(data, `${name}.csv`);
      case 'codebook.json':
        return JSON.stringify(codebookJson(data), null, 2);
      case 'codebook.xml':
        return ddiXml(data);
      case 'json':
        return JSON.stringify(
          Array.from({ length: data.rows }, (_, row) =>
            Object.fromEntries(data.columns.map(({ name: column, cells }) => [column, cells[row] ?? null])),
          ),
        );
    }
  };
  return { fileName: `${name}.${format}`, mediaType: MEDIA[format], body: await body() };
}
