import { join } from 'node:path';
import { createSecondReader } from '../journeys/ask-second-reader.ts';
import { createRoutingLearner } from '../journeys/learn-routing.ts';
import { zoned } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import {
  type Choice,
  createLearningRepository,
  createModelsRepository,
  createOpinionsRepository,
  createQualityReadModel,
  createSecondOpinion,
  trainInWorker,
} from '../routing/index.ts';
import type { Services } from './compose.ts';

/** Nine proposals of ten name the right body, and eight questions of ten offer it. */
const AIMS = { target: 0.9, level: 0.8 };
const NIGHT = { from: 2 * 60, until: 5 * 60 };

/** What looks after the routing once cases are on their way: second reader, learning, versions of the model. */
export function composeRoutingCare(services: Services) {
  const { db, log, model, register, jurisdiction, files, clock, timezone, readWith } = services;
  const opinions = createOpinionsRepository(db);
  const models = createModelsRepository(db);
  const describe = ({ topic, body }: Choice, language: Language): string =>
    [jurisdiction.topicNames.get(topic)?.[language], register.agency(body.agencyCode)?.name[language]]
      .filter(Boolean)
      .join(', ');
  const secondReader = createSecondReader({
    ...services,
    opinions,
    ask: createSecondOpinion({ model, describe }),
    elapsedMs: () => performance.now(),
  });

  let used: number | null = null;
  /** Every process reads with the version that was promoted, whoever promoted it. */
  async function follow(): Promise<void> {
    const current = await models.current();
    const version = current?.version ?? null;
    if (version === used) return;
    const [bytes, rules] =
      current?.contentHash && current.rulesHash
        ? await Promise.all([files.get(current.contentHash), files.get(current.rulesHash)])
        : [null, null];
    if (version !== null && (!bytes || !rules)) {
      log.error({ version }, 'the promoted routing model is not in the file store');
      return;
    }
    readWith(version, bytes ?? undefined, rules ?? undefined);
    used = version;
    log.info({ version: version ?? 'shipped' }, 'routing model in use');
  }

  const learner = createRoutingLearner({
    ...services,
    learning: createLearningRepository(db),
    models,
    train: trainInWorker,
    folder: join(jurisdiction.folder, 'topics'),
    aims: AIMS,
    onPromoted: follow,
  });

  async function everyHour(): Promise<void> {
    await learner.collect();
    const now = await clock.now();
    const { on, minuteOfDay } = zoned(now, timezone);
    if (minuteOfDay < NIGHT.from || minuteOfDay >= NIGHT.until) return;
    const last = (await models.list())[0];
    if (!last || zoned(last.trainedAt, timezone).on !== on) await learner.nightly();
  }

  return {
    opinions,
    similar: services.similar,
    models,
    quality: createQualityReadModel(db),
    secondReader,
    learner,
    follow,
    everyHour,
  };
}
export type RoutingCare = ReturnType<typeof composeRoutingCare>;
