import {
  type Appeal,
  type AppealsRepository,
  type CaseNewsSender,
  createCaseAccessRepository,
  createCaseAccessService,
  createCaseClosing,
  type createDesk,
  createRepresentations,
  createSilentCases,
  createWatchService,
  type DraftsService,
  type MatterRouter,
} from '../appeals/index.ts';
import { type CitizensService, createSecondContacts } from '../citizens/index.ts';
import type { Journal } from '../journal/index.ts';
import { createFilingNeeds } from '../journeys/filing-needs.ts';
import { createOperatorNotices, type NotificationsRepository } from '../notifications/index.ts';
import type { Db } from '../platform/db/database.ts';
import type { Translate } from '../platform/texts/texts.ts';
import type { Sealing } from '../privacy/index.ts';
import type { Jurisdiction } from './jurisdiction.ts';

interface Inputs {
  readonly db: Db;
  readonly appeals: AppealsRepository;
  readonly citizens: CitizensService;
  readonly drafts: DraftsService;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly desk: ReturnType<typeof createDesk>;
  readonly router: MatterRouter;
  readonly timezone: string;
  readonly notifications: NotificationsRepository;
  readonly sealing: Sealing;
  readonly jurisdiction: Jurisdiction;
}

/** What keeps a citizen's case theirs: secret word, whom it is for, a second contact, details asked late, and the operators' ear. */
export function composeCitizenSafety({ db, citizens, drafts, sealing, jurisdiction, ...services }: Inputs) {
  const access = createCaseAccessRepository();
  const shared = { ...services, access, sealing, own: drafts.own };
  return {
    caseAccess: createCaseAccessService(shared),
    watches: createWatchService(shared),
    closing: createCaseClosing({ ...services, silentSince: createSilentCases(db) }),
    representations: createRepresentations(shared),
    secondContacts: createSecondContacts({ db, sealing, privacyRules: jurisdiction.privacy }),
    notices: createOperatorNotices(db, sealing),
    filingNeeds: createFilingNeeds({
      citizens,
      details: jurisdiction.caseRules.details,
      detailsLaw: jurisdiction.caseRules.detailsLaw,
      procedureByKind: jurisdiction.proceduresByKind,
    }),
  };
}

/** Whom a case is for and the second contact, by the names the console's texts have for them. */
export function createRelatedPeople({
  representations,
  secondContacts,
  t,
}: ReturnType<typeof composeCitizenSafety> & { readonly t: Translate }) {
  return async function relatedPeople(appeal: Appeal): Promise<Readonly<Record<string, string>>> {
    const person = representations.read(appeal);
    const second = await secondContacts.read(appeal.citizenId);
    const found: Record<string, string | null | undefined> = {
      forRelation: person && t(appeal.language, 'relation-name', { relation: person.relation }),
      forName: person?.name,
      forContact: person?.contact,
      forBasis: person && t(appeal.language, 'basis-name', { basis: person.basis }),
      secondContact: second?.contact,
    };
    return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1])));
  };
}
