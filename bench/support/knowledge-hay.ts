import type pg from 'pg';
import { newId } from '../../src/kernel/ids.ts';
import type { KnowledgeRecord } from '../../src/knowledge/index.ts';
import { passagesOf } from '../../src/knowledge/passage.ts';
import { allTerms, termsOf } from '../../src/knowledge/rank.ts';

const BATCH = 200;
const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** Repeatable, so that two runs measure the same corpus. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Cards made of the shipped cards' own words, shuffled, plus words of invented towns: the hardest kind of hay, because
 * every common word of a question stands in tens of thousands of passages.
 */
export function hay(records: readonly KnowledgeRecord[], count: number): KnowledgeRecord[] {
  const random = createRandom(20_261_122);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const syllables = 'ба ке та мар ғұл сай нұр тал дың шо ре ла кі жан бұ қо зар ай мыр тө'.split(' ');
  const latin = 'ba ke ta mar gul say nur tal ding sho re la ki zhan bu ko zar ay myr to'.split(' ');
  const town = (alphabet: readonly string[]): string =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(alphabet)).join('');
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      records.flatMap(({ translations }) => translations[language].body.split(/\s+/)),
    ]),
  );
  const titles = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      records.flatMap(({ translations }) => translations[language].title.split(/\s+/)),
    ]),
  );
  const text = (items: readonly string[], length: number): string =>
    Array.from({ length }, () => pick(items)).join(' ');
  return Array.from({ length: count }, (_, number): KnowledgeRecord => {
    const base = pick(records);
    const translations = Object.fromEntries(
      LANGUAGES.map((language) => {
        const place = town(language === 'en' ? latin : syllables);
        const body = `${text(words[language] ?? [], 40)} ${place}`;
        return [
          language,
          {
            title: `${text(titles[language] ?? [], 1)} ${place} ${town(language === 'en' ? latin : syllables)}`,
            body,
            synonyms: [],
            notice: null,
            references: [],
          },
        ];
      }),
    ) as unknown as KnowledgeRecord['translations'];
    return { ...base, id: `bench.hay_${number}`, topics: [], translations };
  });
}

/** All hay in one source, straight into the index: approving sources one by one is not what is measured here. */
export async function fillWithHay(pool: pg.Pool, records: readonly KnowledgeRecord[]): Promise<void> {
  const [source, version] = ['bench.hay', newId()];
  await pool.query(
    `insert into knowledge_sources (id, kind, owner, origin, state, review_on, created_at) values ($1, 'faq', 'bench', 'written', 'approved', '2027-01-01', now())`,
    [source],
  );
  await pool.query(
    `insert into knowledge_versions (id, source_id, number, state, content, content_hash, valid_from, source_on, written_by, created_at)
     values ($1, $2, 1, 'approved', '{}', '', '2026-01-01', '2026-01-01', 'bench', now())`,
    [version, source],
  );
  for (let at = 0; at < records.length; at += BATCH) {
    const rows = records
      .slice(at, at + BATCH)
      .flatMap(passagesOf)
      .map((passage) => {
        const terms = termsOf(passage);
        return {
          id: newId(),
          group_key: passage.group,
          language: passage.language,
          title: passage.title,
          body: passage.body,
          phrases: terms.phrases.map((keys) => keys.join(' ')),
          body_terms: terms.body,
          terms: allTerms(terms),
          heading: [...new Set(terms.phrases.flat())],
        };
      });
    await pool.query(
      `insert into knowledge_passages (id, version_id, source_id, group_key, language, title, body, "references", owner_name, source_on, valid_from, phrases, body_terms, search, heading)
       select id, $1, $2, group_key, language, title, body, '[]', 'bench', '2026-01-01', '2026-01-01', phrases, body_terms, array_to_tsvector(terms), array_to_tsvector(heading)
       from jsonb_to_recordset($3) as r(id uuid, group_key text, language text, title text, body text, phrases text[], body_terms text[], terms text[], heading text[])`,
      [version, source, JSON.stringify(rows)],
    );
  }
  await pool.query(
    `with state as (update knowledge_index_state set changed = changed + 1, passages = (select count(*)::integer from knowledge_passages) returning changed)
     insert into knowledge_terms as t (term, passages, changed)
     select word.lexeme, count(*)::integer, max(state.changed) from knowledge_passages, state, unnest(search) as word where source_id = $1 group by word.lexeme
     on conflict (term) do update set passages = t.passages + excluded.passages, changed = excluded.changed`,
    [source],
  );
}
