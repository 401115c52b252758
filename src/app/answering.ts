import { createStaffRepository } from '../access/index.ts';
import {
  type AppealsRepository,
  createAnswersService,
  createAnswerWorkRepository,
  createTemplatesRepository,
  createTemplatesService,
  type createThreadRepository,
  createWorklistRepository,
  createWorklistService,
} from '../appeals/index.ts';
import type { Names } from '../channels/telegram/index.ts';
import type { Journal } from '../journal/index.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { Db } from '../platform/db/database.ts';
import type { Mask, Sealing } from '../privacy/index.ts';

interface Inputs {
  readonly db: Db;
  readonly thread: ReturnType<typeof createThreadRepository>;
  readonly journal: Journal;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly names: Names;
  readonly appeals: AppealsRepository;
  readonly notifications: NotificationsRepository;
  readonly timezone: string;
}

/** How answers are written: from templates, against the citizen's points, through the body's hands. */
export function composeAnswering({
  db,
  thread,
  journal,
  mask,
  sealing,
  names,
  appeals,
  notifications,
  timezone,
}: Inputs) {
  const staff = createStaffRepository(db);
  const templates = createTemplatesService({ templates: createTemplatesRepository(db), journal });
  const worklistRepository = createWorklistRepository(db);
  const worklist = createWorklistService({
    worklist: worklistRepository,
    appeals,
    journal,
    notifications,
    colleaguesOf: async ({ agencyCode }) => (await staff.list(agencyCode)).filter(({ state }) => state === 'active'),
    timezone,
  });
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
    wantsProof: worklistRepository.wantsProof,
    worksFor: worklist.worksFor,
    timezone,
  });
  return { templates, answers, worklist, worklistRepository };
}
