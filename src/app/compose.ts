import { createMatterRouter } from '../appeals/index.ts';
import { createCitizensRepository, createCitizensService } from '../citizens/index.ts';
import { createFormSessions } from '../forms/index.ts';
import { createNotificationsRepository } from '../notifications/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/db/database.ts';
import type { Log } from '../platform/log/log.ts';
import { createMessageRouter } from '../routing/index.ts';
import { composeAssistance } from './compose-assistance.ts';
import { composeCases } from './compose-cases.ts';
import { composeCountry } from './compose-country.ts';
import { composeFoundation } from './foundation.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Secrets } from './secrets.ts';
import { loadTopicReader } from './topic-reader.ts';

interface Inputs {
  readonly database: Database;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly jurisdiction: Jurisdiction;
  readonly timezone: string;
  readonly dataDir: string;
  /** Unset: no model is asked. */
  readonly models?: Config['models'];
  /** Called with ids of notifications after their commit: the fast path out of the outbox. */
  readonly onTold: (ids: readonly string[]) => void;
}

/** Database → repositories → services, in that order. Channels are built on the result in `start.ts`. */
export async function compose(inputs: Inputs) {
  const { jurisdiction, timezone, models, onTold } = inputs;
  const foundation = composeFoundation(inputs);
  const { db, clock, sealing } = foundation;
  const country = await composeCountry({ db, clock, jurisdiction, timezone });

  const citizensRepository = createCitizensRepository(db);
  const citizens = createCitizensService({ citizens: citizensRepository, sealing, privacyRules: jurisdiction.privacy });
  const notifications = createNotificationsRepository(db, { onTold });

  const { gazetteer, register } = country;
  const { reader, readWith, detectUrgency, emergencyAdvice } = loadTopicReader(jurisdiction);
  const routeMessage = createMessageRouter({ reader, gazetteer, register, detectUrgency });
  const router = createMatterRouter({ routeMessage, register, procedures: jurisdiction.proceduresByKind });

  return {
    ...foundation,
    ...country,
    timezone,
    jurisdiction,
    citizens,
    citizensRepository,
    notifications,
    forms: createFormSessions(),
    reader,
    readWith,
    routeMessage,
    router,
    emergencyAdvice,
    ...composeCases({ foundation, country, jurisdiction, timezone, citizens, notifications, router }),
    ...composeAssistance({ foundation, jurisdiction, timezone, models }),
  };
}
export type Services = Awaited<ReturnType<typeof compose>>;
