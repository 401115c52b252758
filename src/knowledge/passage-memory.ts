import { type Found, inLanguage, type PassageSearch, passagesOf } from './passage.ts';
import { allTerms, type RankedPassage, rank, termsOf } from './rank.ts';
import type { KnowledgeRecord } from './record.ts';
import { queryWords } from './term-analysis.ts';
import { NO_THESAURUS, type Thesaurus } from './thesaurus.ts';
import { conceptsOf, createVocabulary } from './vocabulary.ts';

/** The search over records held in memory: the evaluation's yardstick, and the contract of the one in PostgreSQL. */
export function createMemorySearch(
  records: readonly KnowledgeRecord[],
  thesaurus: Thesaurus = NO_THESAURUS,
): PassageSearch {
  const vocabulary = createVocabulary();
  const passages = records.flatMap(passagesOf);
  const byGroup = Map.groupBy(passages, ({ group }) => group);
  const ranked: RankedPassage[] = passages.map((passage) => {
    const terms = termsOf(passage);
    for (const term of allTerms(terms)) vocabulary.add(term, 1);
    return { id: passage.id, group: passage.group, language: passage.language, terms };
  });
  return {
    open: async (group, language) => inLanguage(byGroup.get(group) ?? [], language) ?? null,
    async find(text, language, limit) {
      const concepts = conceptsOf(queryWords(text), vocabulary, passages.length, thesaurus);
      return rank(concepts, ranked, vocabulary, passages.length)
        .slice(0, limit)
        .flatMap(({ group, ...figures }): Found[] => {
          const passage = inLanguage(byGroup.get(group) ?? [], language);
          return passage ? [{ passage, ...figures }] : [];
        });
    },
  };
}
