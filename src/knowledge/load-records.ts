import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type CardLabels, type KnowledgeRecord, ModelCity, RecordSet, recordsOf } from './record.ts';

export const CARD_LABELS: CardLabels = {
  who: { kk: 'Кім ала алады', ru: 'Кто может', en: 'Who may' },
  documents: { kk: 'Құжаттар', ru: 'Документы', en: 'Documents' },
  term: { kk: 'Мерзімі', ru: 'Срок', en: 'Term' },
  fee: { kk: 'Төлемі', ru: 'Плата', en: 'Fee' },
  where: { kk: 'Қайда', ru: 'Где', en: 'Where' },
};

/** Reads the knowledge shipped for a jurisdiction: `law/` and, when asked for, `demo/`. */
export function loadRecords(directory: string, { demo = true }: { demo?: boolean } = {}): KnowledgeRecord[] {
  const city = ModelCity.parse(parse(readFileSync(join(directory, 'model-city.yaml'), 'utf8')));
  const records = ['law', ...(demo ? ['demo'] : [])].flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .flatMap((file) => recordsOf(readSet(join(directory, folder, file)), city, CARD_LABELS)),
  );
  const ids = new Set<string>();
  for (const { id } of records) {
    if (ids.has(id)) throw new Error(`two records are called ${id}`);
    ids.add(id);
  }
  return records;
}

function readSet(file: string): RecordSet {
  const result = RecordSet.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${result.error.message}`);
  return result.data;
}
