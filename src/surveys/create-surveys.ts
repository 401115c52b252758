import type { Journal } from '../journal/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { TerritoryCode } from '../kernel/ids.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { Db } from '../platform/db/database.ts';
import { createAnsweringService } from './answering/answering-service.ts';
import { createPlacesRepository } from './answering/places-repository.ts';
import type { AnswerSealing } from './answering/sealed-answers.ts';
import { createSessionsRepository } from './answering/sessions-repository.ts';
import { createSubmissionsRepository } from './answering/submissions-repository.ts';
import { createDutiesRepository } from './duties/duties-repository.ts';
import { createFielding, DEFAULT_FIELDING, type FieldingRules } from './fielding/fielding.ts';
import { createRecipientsRepository } from './fielding/recipients-repository.ts';
import { forgetCitizen } from './forget-citizen-repository.ts';
import { createGroupPollsRepository } from './group-polls/group-polls-repository.ts';
import { createLibraryRepository } from './library-repository.ts';
import { createMapsRepository } from './opinion-map/maps-repository.ts';
import { createOpinionMaps } from './opinion-map/maps-service.ts';
import { createQuotasRepository } from './quotas-repository.ts';
import { createRemarksRepository } from './remarks-repository.ts';
import { createPersonAnswers } from './results/person-answers.ts';
import { createResultsReadModel } from './results/results-read-model.ts';
import { createResultsService } from './results/results-service.ts';
import { createBriefChoicesRepository } from './rising/brief-choices-repository.ts';
import { createRisingTopicsReadModel } from './rising/rising-topics-read-model.ts';
import { createWeeklyBriefs } from './rising/send-briefs.ts';
import { MIN_CELL } from './statistics/suppression.ts';
import { createSurveysReadModel } from './surveys-read-model.ts';
import { createSurveysRepository } from './surveys-repository.ts';
import { createSurveysService } from './surveys-service.ts';
import { createTopicsRepository } from './topic-sessions/topics-repository.ts';
import { createTopicSessions } from './topic-sessions/topics-service.ts';
import { createWavesRepository } from './waves-repository.ts';
import { BY_CLOCK, createWavesService } from './waves-service.ts';

interface Deps {
  readonly db: Db;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
  readonly timezone: string;
  readonly mask: (text: string) => string;
  /** Answers that still stand beside a person are sealed. */
  readonly sealing: AnswerSealing;
  /** What words are about; null where nobody can be sure. */
  readonly topicOf?: (text: string) => string | null;
  readonly territoriesWithin: (code: TerritoryCode) => readonly string[];
  readonly newSecret: () => string;
  readonly fieldingRules?: Partial<FieldingRules>;
}

/** The whole domain on a database: authoring, fielding, answering, results. */
export function createSurveys({
  db,
  uow,
  clock,
  journal,
  notifications,
  timezone,
  mask,
  sealing,
  topicOf = () => null,
  territoriesWithin,
  newSecret,
  fieldingRules = {},
}: Deps) {
  const surveys = createSurveysRepository(db);
  const waves = createWavesRepository(db);
  const recipients = createRecipientsRepository(db);
  const duties = createDutiesRepository(db);
  const answering = createAnsweringService({
    surveys,
    waves,
    sessions: createSessionsRepository(sealing),
    submissions: createSubmissionsRepository(db, sealing),
    places: createPlacesRepository(),
    timezone,
  });
  const results = createResultsReadModel(db);
  const wavesService = createWavesService({
    surveys,
    waves,
    quotaPlaces: createQuotasRepository(db),
    recipients,
    answering,
    duties,
    journal,
    territoriesWithin,
    newSecret,
  });
  const topics = createTopicSessions({ topics: createTopicsRepository(db), notifications, journal, mask, topicOf });
  const rules: FieldingRules = { ...DEFAULT_FIELDING, timezone, ...fieldingRules };
  const fielding = createFielding({
    waves,
    recipients,
    notifications,
    uow,
    clock,
    newKey: newSecret,
    rules,
  });

  return {
    authoring: createSurveysService({
      surveys,
      read: createSurveysReadModel(db),
      remarks: createRemarksRepository(db),
      journal,
    }),
    library: createLibraryRepository(db),
    waves: wavesService,
    answering,
    groupPolls: createGroupPollsRepository(db),
    topics,
    rising: createRisingTopicsReadModel(db, { mask, minCell: MIN_CELL }),
    briefs: createWeeklyBriefs({ uow, clock, timezone, notifications, choices: createBriefChoicesRepository(db) }),
    forgetCitizen,
    maps: createOpinionMaps({
      maps: createMapsRepository(db),
      journal,
      mask,
      newSecret,
      nowMs: () => performance.now(),
    }),
    persons: createPersonAnswers({ surveys, waves, results, journal, mask }),
    results: createResultsService({ surveys, waves, recipients, results, duties, journal, mask }),
    /** An approved version's questionnaire, for those who word invitations. */
    questionnaireOf: async (waveId: string) => {
      const wave = await waves.get(waveId);
      return { wave, questionnaire: (await surveys.version(wave.versionId)).questionnaire };
    },
    fielding: {
      rules,
      /** One round of the worker: closes what is over, clears what was left behind, moves people into the outbox. */
      async tick(): Promise<number> {
        let done = 0;
        for (const id of await wavesService.drawing()) {
          await uow.run(`survey:draw:${newSecret()}`, async (tx) => void (await wavesService.drawNext(tx, id)));
          done += 1;
        }
        for (const id of await wavesService.due(await clock.now())) {
          await uow.run(`survey:close:${id}`, async (tx) => void (await wavesService.close(tx, id, BY_CLOCK)));
          done += 1;
        }
        for (const id of await wavesService.leftBehind())
          done += (await uow.run(`survey:sweep:${newSecret()}`, (tx) => wavesService.sweep(tx, id))).result;
        for (const id of await topics.toThank(await clock.now())) {
          await uow.run(`topic:thank:${id}`, async (tx) => void (await topics.thank(tx, id)));
          done += 1;
        }
        return done + (await fielding.tick());
      },
    },
    /** Shuffles anonymous answers where enough have come together; called by a loop. */
    async mixAll(): Promise<number> {
      let mixed = 0;
      for (const wave of await answering.mixable())
        mixed += (await uow.run(`survey:mix:${newSecret()}`, (tx) => answering.mix(tx, wave))).result;
      return mixed;
    },
  };
}
export type Surveys = ReturnType<typeof createSurveys>;
