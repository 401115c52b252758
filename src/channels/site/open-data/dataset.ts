import type { CsvValue } from './csv.ts';

export type FieldType = 'text' | 'number' | 'boolean' | 'day' | 'code';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
}

export type Row = Readonly<Record<string, CsvValue>>;

/** A table anybody may take: what it holds lies in texts `open-data-<name>` and `open-data-field-<field>`. */
export interface Dataset {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Changes when the rows do; the rows are asked for only then. */
  version(): Promise<string>;
  rows(): Promise<readonly Row[]>;
}

/** `['code', 'name_kk', …]` with a type: the shorthand the dataset files are written in. */
export const fields = (type: FieldType, ...names: readonly string[]): Field[] => names.map((name) => ({ name, type }));
