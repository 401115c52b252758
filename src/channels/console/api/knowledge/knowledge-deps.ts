import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import type {
  AnnouncementForm,
  AnnouncementsRepository,
  AnswerView,
  EditorDesk,
  KnowledgeReadModel,
  SourceForm,
} from '../../../../knowledge/index.ts';

/** What the editors' pages need. */
export interface ConsoleKnowledge {
  readonly desk: EditorDesk;
  readonly view: KnowledgeReadModel;
  readonly announcements: Pick<AnnouncementsRepository, 'list' | 'find' | 'withdraw'>;
  /** Published, and lined up for everybody it concerns. */
  readonly announce: (tx: Tx, form: AnnouncementForm, by: string) => Promise<{ id: string; readers: number }>;
  /** What a citizen would see of it, in each of its languages. */
  readonly preview: (form: SourceForm) => readonly AnswerView[];
  /** Personal data out of words that everybody will read. */
  readonly mask: (text: string) => string;
  /** The day in the service's own time zone. */
  readonly today: () => Promise<Day>;
  readonly ownerName: (code: string) => Readonly<Partial<Record<Language, string>>> | null;
}
