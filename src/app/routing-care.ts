import { createSecondReader } from '../journeys/ask-second-reader.ts';
import type { Language } from '../kernel/language.ts';
import { type Choice, createOpinionsRepository, createSecondOpinion } from '../routing/index.ts';
import type { Services } from './compose.ts';

/** What looks after the routing once a case is on its way. */
export function composeRoutingCare(services: Services) {
  const { db, model, register, jurisdiction } = services;
  const opinions = createOpinionsRepository(db);
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
  return { opinions, secondReader };
}
