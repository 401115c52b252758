import { createStaffRepository } from '../access/index.ts';
import {
  createAnswersService,
  createAnswerWorkRepository,
  createTemplatesRepository,
  createTemplatesService,
  type createThreadRepository,
} from '../appeals/index.ts';
import type { Names } from '../channels/telegram/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Db } from '../platform/db/database.ts';
import type { Mask, Sealing } from '../privacy/index.ts';

interface Inputs {
  readonly db: Db;
  readonly thread: ReturnType<typeof createThreadRepository>;
  readonly journal: Journal;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly names: Names;
  readonly wantsProof: (topicId: string | null) => boolean;
  readonly timezone: string;
}

/** How answers are written: from templates, against the citizen's points, through the body's hands. */
export function composeAnswering({ db, thread, journal, mask, sealing, names, wantsProof, timezone }: Inputs) {
  const staff = createStaffRepository(db);
  const templates = createTemplatesService({ templates: createTemplatesRepository(db), journal });
  const answers = createAnswersService({
    work: createAnswerWorkRepository(db),
    thread,
    templates,
    mask,
    sealing,
    words: {
      agency: names.agency,
      territory: names.territory,
      day: (on, language) => names.day(on, language),
      staff: async (id) => (await staff.namesOf([id])).get(id) ?? '',
    },
    wantsProof,
    timezone,
  });
  return { templates, answers };
}
