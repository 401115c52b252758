import { randomBytes } from 'node:crypto';
import type { Api } from 'grammy';
import type { Poll, Update } from 'grammy/types';
import { createPicturePainter, shareCard } from '../channels/site/petitions/index.ts';
import { createEntryLinks } from '../channels/site/reader/entry-links.ts';
import {
  createPetitionRenderers,
  createSupportCrowd,
  petitionSharing,
  petitionsFeature,
} from '../channels/telegram/features/petitions.ts';
import {
  createGroupPollCommand,
  createGroupPollSender,
  recordGroupPoll,
} from '../channels/telegram/features/surveys/group-polls.ts';
import { foreseeSurvey, surveyRenderers, surveysFeature, topicNews } from '../channels/telegram/features/surveys.ts';
import { voteRenderers, votesFeature } from '../channels/telegram/features/votes.ts';
import type { TelegramDeps } from '../channels/telegram/index.ts';
import { createAddresseeSuggestions } from '../journeys/suggest-addressees.ts';
import { HELD_DECIDED_WITHIN } from '../kernel/crowd-signals.ts';
import type { Day } from '../kernel/day.ts';
import { type CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createParticipation, loadBudgetRules } from '../participation/index.ts';
import {
  createAddresseeFinder,
  createPetitions,
  loadProfiles,
  type PetitionView,
  type Tier,
} from '../petitions/index.ts';
import { renderPng } from '../platform/pictures/index.ts';
import { createSurveys } from '../surveys/index.ts';
import type { Services } from './compose.ts';

const newSecret = (): string => randomBytes(24).toString('base64url');

/** Petitions and surveys, and how they speak in the chat. */
export function composeParticipation(services: Services, { secret, publicUrl }: { secret: string; publicUrl: string }) {
  const {
    db,
    uow,
    clock,
    journal,
    notifications,
    law,
    calendars,
    mask,
    reader,
    tree,
    register,
    log,
    t,
    names,
    timezone,
    citizensRepository,
  } = services;
  const profiles = loadProfiles(services.jurisdiction.code);
  const petitions = createPetitions({
    db,
    uow,
    journal,
    notifications,
    profiles,
    rulebook: law.rulebook,
    calendars,
    mask,
    populationOf: (code: TerritoryCode, on: Day) => tree.population(code, on)?.population ?? null,
    secret,
    schedule: (run) => void setTimeout(run, 100),
    onError: (error) => log.warn({ err: error }, 'tally failed'),
  });
  const surveys = createSurveys({
    db,
    uow,
    clock,
    journal,
    notifications,
    timezone,
    mask: (text) => mask(text).masked,
    sealing: services.sealing,
    topicOf(text) {
      const { guesses, thresholds } = reader.topics(text, reader.kind(text).kind);
      const [best] = guesses;
      return best && best.probability >= thresholds.propose ? best.topic : null;
    },
    territoriesWithin: (code) => tree.all.filter((unit) => tree.isWithin(unit.code, code)).map((unit) => unit.code),
    newSecret,
  });
  const votes = createParticipation({
    db,
    uow,
    journal,
    notifications,
    mask: (text) => mask(text).masked,
    today: petitions.terms.today,
    timezone,
    heldDueOn: (now) => petitions.terms.lastDay({ length: HELD_DECIDED_WITHIN }, petitions.terms.today(now)),
    currency: loadBudgetRules(services.jurisdiction.code)?.currency ?? null,
  });
  const suggestAddressees = createAddresseeSuggestions({
    find: createAddresseeFinder({ profiles, tree, agenciesOn: (on) => register.inForce(on) }),
    routeMessage: services.routeMessage,
    superiorOn: services.superiorOn,
    agency: (code) => register.agency(code),
  });
  /** The way from somebody's chat to the site, where they are known then. */
  const entryLinks = createEntryLinks({ sealing: services.sealing, publicUrl });
  const tierOf = async (id: CitizenId): Promise<Tier> =>
    (await citizensRepository.read(id))?.settings.phoneConfirmed ? 'confirmed_phone' : 'account';
  /** Who asks: the body that owns the survey of a wave. */
  const agencyOf = async (waveId: string): Promise<string> => {
    const wave = await db.surveyWave.findUniqueOrThrow({
      where: { id: waveId },
      include: { survey: { select: { agencyCode: true } } },
    });
    return wave.survey.agencyCode;
  };
  const shared = { t, names, publicUrl, timezone };
  const paint = createPicturePainter();
  /** A petition as a picture to send on. */
  const petitionPicture = (view: PetitionView, language: Language): Promise<Uint8Array> =>
    paint(
      shareCard(view, {
        t,
        language,
        address: `${publicUrl}/petitions/${view.petition.code}`,
        day: (on) => names.day(on, language),
      }),
    );

  return {
    petitions,
    votes,
    surveys,
    newSecret,
    paint,
    suggestAddressees,
    entryLinks,
    tierOf,
    /** An answer by button needs its conversation at once. */
    foresee: (tx: Tx, { callback_query: press }: Update) => foreseeSurvey(surveys, tx, press?.data ?? ''),
    /** Native polls of groups: unverified counts, kept apart. */
    onPoll: (tx: Tx, poll: Poll) => recordGroupPoll(surveys, tx, poll),
    /** `/poll <code>` in a group, or a link that adds the bot to one. */
    handleGroup: (api: Api) =>
      createGroupPollCommand({
        surveys,
        send: createGroupPollSender({ api, uow, surveys, t, newKey: newSecret }),
        onError: (error) => log.warn({ err: error }, 'group poll not sent'),
      }),
    renderers: new Map([
      ...createPetitionRenderers({ ...shared, petitions }),
      ['topic_news', topicNews({ ...shared, topics: surveys.topics })],
      ...surveyRenderers({ ...shared, surveys, agencyOf, renderPng }),
      ...voteRenderers({ t, votes }),
    ]),
    /** The second tap of a viral petition. */
    together: ({
      botUsername,
      runEffects,
    }: Pick<Parameters<typeof createSupportCrowd>[0], 'botUsername' | 'runEffects'>) =>
      createSupportCrowd({
        ...shared,
        petitions,
        citizens: citizensRepository,
        botUsername,
        runEffects,
        onError: (error) => log.warn({ err: error }, 'cards of a crowd not shown'),
      }),
    inline: (api: Api) => petitionSharing({ ...shared, petitions, api }),
    features: (deps: TelegramDeps) => [
      petitionsFeature({
        ...deps,
        petitions,
        suggestAddressees,
        siteLink: entryLinks.linkFor,
        picture: petitionPicture,
        lineage: (code) => tree.lineage(TerritoryCode.parse(code)).map((unit) => unit.code),
        tierOf,
      }),
      votesFeature({ ...deps, votes, markOf: petitions.keys.referrer }),
      surveysFeature({ ...deps, surveys, agencyOf, timezone, newToken: newSecret }),
    ],
  };
}
export type Participation = ReturnType<typeof composeParticipation>;
