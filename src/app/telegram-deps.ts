import type {
  CardsRepository,
  CaseCard,
  PlaceReader,
  TelegramDeps,
  WayToAddressee,
} from '../channels/telegram/index.ts';
import { Language } from '../kernel/language.ts';
import { guessLanguage } from '../routing/index.ts';
import type { Services } from './compose.ts';
import { createDateExplainer } from './date-explainer.ts';
import { createOwnData } from './own-data.ts';

/** A draft older than this is not what a photo sent now belongs to. */
const DRAFT_FRESH_MS = 2 * 3_600_000;

interface Parts {
  readonly cards: CardsRepository;
  readonly caseCard: CaseCard;
  readonly wayTo: (code: string) => WayToAddressee;
  readonly publicUrl: string;
  readonly botLink: TelegramDeps['botLink'];
}

/** The services as the chat's features see them. */
export function telegramDeps(services: Services, parts: Parts): TelegramDeps {
  return {
    ...services,
    ...parts,
    ...createOwnData(services),
    places: placeReader(services),
    statePortal: services.jurisdiction.statePortal,
    emergencies: { find: services.emergencyAdvice },
    dates: createDateExplainer(services),
    guessLanguage: (text) => {
      const guess = guessLanguage(text);
      const language = Language.safeParse(guess.language);
      return guess.confidence > 0.5 && language.success ? language.data : null;
    },
    findDraft: async (tx, citizenId) => {
      const draft = await services.appeals.findDraft(tx, citizenId);
      return draft && tx.now.getTime() - draft.createdAt.getTime() < DRAFT_FRESH_MS ? draft : null;
    },
    texts: {
      original: ({ appeal, entries }) =>
        entries
          .filter(({ author, kind }) => author === 'citizen' && (kind === 'statement' || kind === 'addition'))
          .map(({ maskedText, sealedText }) =>
            sealedText ? services.sealing.openText(sealedText, `entry:${appeal.id}`) : maskedText,
          )
          .filter((words) => words !== '')
          .join('\n\n'),
    },
  };
}

const placeReader = ({ gazetteer }: Pick<Services, 'gazetteer'>): PlaceReader => ({
  find(text, near) {
    const { place, street, house } = gazetteer.readAddress(text, near ? { near } : {});
    if (place.type !== 'found') return null;
    return {
      territoryCode: place.mention.code,
      addressText: street ? [street, house].filter(Boolean).join(', ') : text.trim().slice(0, 120),
    };
  },
  locate: (latitude, longitude) => gazetteer.locate(latitude, longitude)?.code ?? null,
});
