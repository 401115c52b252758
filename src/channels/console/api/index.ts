import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type DeclaredRoute, guardRoutes } from './access-decision.ts';
import { addAgencyAdminRoutes } from './admin/agency-admin-routes.ts';
import { addCategoryRoutes } from './admin/category-routes.ts';
import { addChannelRoutes } from './admin/channel-routes.ts';
import { addCompetenceRoutes } from './admin/competence-routes.ts';
import { addSuperiorRoutes } from './admin/superior-routes.ts';
import { addTerritoryRoutes } from './admin/territory-routes.ts';
import { addAnswerRoutes } from './answer-routes.ts';
import { addAnswerWorkRoutes } from './answers/answer-work-routes.ts';
import { addAssistantRoutes } from './answers/assistant-routes.ts';
import { addTemplateRoutes } from './answers/template-routes.ts';
import { createCommandRunner } from './commands.ts';
import { addDemoRoutes } from './demo-routes.ts';
import type { ConsoleDeps } from './deps.ts';
import { addDirectoryRoutes } from './directory-routes.ts';
import { addEventRoutes } from './event-routes.ts';
import { addFileRoutes } from './file-routes.ts';
import { addInboxRoutes } from './inbox-routes.ts';
import { addJournalRoutes } from './journal-routes.ts';
import { addAnnouncementRoutes } from './knowledge/announcement-routes.ts';
import { addCaseAnswerRoutes } from './knowledge/case-answer-routes.ts';
import { addGapRoutes } from './knowledge/gap-routes.ts';
import { addImportRoutes } from './knowledge/import-routes.ts';
import { addPreviewRoutes } from './knowledge/preview-routes.ts';
import { addSourceRoutes } from './knowledge/source-routes.ts';
import { addNoticeRoutes } from './notices/notice-routes.ts';
import { addOperationsRoutes } from './operations-routes.ts';
import { addVoteIntegrityRoutes } from './participation/vote-integrity-routes.ts';
import { addVoteItemRoutes } from './participation/vote-item-routes.ts';
import { addVoteRoutes } from './participation/vote-routes.ts';
import { addDutyRoutes } from './petitions/duty-routes.ts';
import { addIntegrityRoutes } from './petitions/integrity-routes.ts';
import { addModerationRoutes } from './petitions/moderation-routes.ts';
import { addPauseRoutes } from './petitions/pause-routes.ts';
import { addPortalRoutes } from './petitions/portal-routes.ts';
import { createPresenter } from './presenter.ts';
import type { RouteDeps } from './routes.ts';
import { addCaseRoutingRoutes } from './routing/case-routing-routes.ts';
import { addRoutingRoutes } from './routing/routing-routes.ts';
import { addSealedRoutes } from './routing/sealed-routes.ts';
import { addSecondFactorRoutes } from './second-factor-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addStaffRoutes } from './staff-routes.ts';
import { addSurveyAuthoringRoutes } from './surveys/authoring-routes.ts';
import { addSurveyCodingRoutes } from './surveys/coding-routes.ts';
import { addSurveyDownloadRoutes } from './surveys/download-routes.ts';
import { addSurveyDraftRoutes } from './surveys/draft-routes.ts';
import { addSurveyLibraryRoutes } from './surveys/library-routes.ts';
import { addSurveyListRoutes } from './surveys/list-routes.ts';
import { addOpinionMapRoutes } from './surveys/map-routes.ts';
import { addNewWaveRoutes } from './surveys/new-wave-routes.ts';
import { addSurveyPersonRoutes } from './surveys/person-routes.ts';
import { addSurveyResultsRoutes } from './surveys/results-routes.ts';
import { addSurveyWaveRoutes } from './surveys/wave-routes.ts';
import { addTermsRoutes } from './terms/index.ts';
import { addTicketCommandRoutes } from './ticket-command-routes.ts';
import { addTicketRoutes } from './ticket-routes.ts';
import { addTokenRoutes } from './token-routes.ts';
import { addBriefRoutes } from './topics/brief-routes.ts';
import { addTopicRoutes } from './topics/topic-routes.ts';
import { addTriageRoutes } from './triage-routes.ts';
import { addBulkRoutes } from './worklist/bulk-routes.ts';
import { addPeopleRoutes } from './worklist/people-routes.ts';
import { addWorklistRoutes } from './worklist/worklist-routes.ts';

/** Per person or machine: a page that reloads in a loop must not starve the others. */
const REQUESTS_A_MINUTE = 900;

/** Everything officers do, for people and machines: register it under `/api/v1`. */
export function createConsoleApi(
  deps: ConsoleDeps,
  onRoutes: (routes: readonly DeclaredRoute[]) => void = () => undefined,
): FastifyPluginAsyncZod {
  return async (server) => {
    const routeDeps: RouteDeps = { ...deps, present: createPresenter(deps), runCommand: createCommandRunner(deps) };
    const declared = guardRoutes(server, deps);
    server.addHook(
      'preValidation',
      server.rateLimit({
        max: REQUESTS_A_MINUTE,
        timeWindow: '1 minute',
        keyGenerator: (request) => request.principal?.staff.id ?? request.ip,
      }),
    );
    addSessionRoutes(server, routeDeps);
    addSecondFactorRoutes(server, routeDeps);
    addTokenRoutes(server, routeDeps);
    if (deps.demo) addDemoRoutes(server, routeDeps);
    addInboxRoutes(server, routeDeps);
    addTicketRoutes(server, routeDeps);
    addTicketCommandRoutes(server, routeDeps);
    await addAnswerRoutes(server, routeDeps);
    addAnswerWorkRoutes(server, routeDeps);
    addAssistantRoutes(server, routeDeps);
    addTemplateRoutes(server, routeDeps);
    addWorklistRoutes(server, routeDeps);
    addBulkRoutes(server, routeDeps);
    addPeopleRoutes(server, routeDeps);
    addAgencyAdminRoutes(server, routeDeps);
    addSuperiorRoutes(server, routeDeps);
    addCompetenceRoutes(server, routeDeps);
    addTerritoryRoutes(server, routeDeps);
    addCategoryRoutes(server, routeDeps);
    addChannelRoutes(server, routeDeps);
    addTriageRoutes(server, routeDeps);
    addRoutingRoutes(server, routeDeps);
    addSealedRoutes(server, routeDeps);
    addCaseRoutingRoutes(server, routeDeps);
    addDirectoryRoutes(server, routeDeps);
    addFileRoutes(server, routeDeps);
    addJournalRoutes(server, routeDeps);
    addOperationsRoutes(server, routeDeps);
    addNoticeRoutes(server, routeDeps);
    addStaffRoutes(server, routeDeps);
    addSourceRoutes(server, routeDeps);
    addImportRoutes(server, routeDeps);
    addPreviewRoutes(server, routeDeps);
    addGapRoutes(server, routeDeps);
    addAnnouncementRoutes(server, routeDeps);
    addCaseAnswerRoutes(server, routeDeps);
    addSurveyListRoutes(server, routeDeps);
    addSurveyAuthoringRoutes(server, routeDeps);
    addSurveyDraftRoutes(server, routeDeps);
    addSurveyLibraryRoutes(server, routeDeps);
    addSurveyPersonRoutes(server, routeDeps);
    addNewWaveRoutes(server, routeDeps);
    addSurveyWaveRoutes(server, routeDeps);
    addTopicRoutes(server, routeDeps);
    addBriefRoutes(server, routeDeps);
    addOpinionMapRoutes(server, routeDeps);
    addSurveyResultsRoutes(server, routeDeps);
    addSurveyCodingRoutes(server, routeDeps);
    addSurveyDownloadRoutes(server, routeDeps);
    addTermsRoutes(server, routeDeps);
    addModerationRoutes(server, routeDeps);
    addDutyRoutes(server, routeDeps);
    addPortalRoutes(server, routeDeps);
    addIntegrityRoutes(server, routeDeps);
    addPauseRoutes(server, routeDeps);
    addVoteRoutes(server, routeDeps);
    addVoteItemRoutes(server, routeDeps);
    addVoteIntegrityRoutes(server, routeDeps);
    addEventRoutes(server, routeDeps);
    onRoutes(declared);
  };
}
