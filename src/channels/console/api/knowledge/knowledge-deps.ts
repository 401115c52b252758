import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { EditorDesk, KnowledgeReadModel } from '../../../../knowledge/index.ts';

/** What the editors' pages need. */
export interface ConsoleKnowledge {
  readonly desk: EditorDesk;
  readonly view: KnowledgeReadModel;
  /** Personal data out of words that everybody will read. */
  readonly mask: (text: string) => string;
  /** The day in the service's own time zone. */
  readonly today: () => Promise<Day>;
  readonly ownerName: (code: string) => Readonly<Partial<Record<Language, string>>> | null;
}
