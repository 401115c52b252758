import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Me } from './api.ts';
import type { IconName } from './bits.tsx';
import type { PageProps } from './page-props.ts';
import { InboxPage } from './pages/inbox.tsx';

type Role = Me['role'];
type PageComponent = ComponentType<PageProps> | LazyExoticComponent<ComponentType<PageProps>>;

export interface Page {
  /** As wouter reads it, below `/console`. */
  readonly path: string;
  /** Texts of its own beside the console's: `console-<texts>.ftl`, loaded with the page. */
  readonly texts?: string;
  readonly component: PageComponent;
}

export interface Place {
  readonly to: string;
  readonly icon: IconName;
  /** Its word in the menu, in `console.ftl`. */
  readonly word: string;
  readonly roles: readonly Role[];
}

export interface Area {
  /** The heading over its places, in `console.ftl`; none for the first. */
  readonly heading?: string;
  readonly places: readonly Place[];
  readonly pages: readonly Page[];
}

const EVERYBODY: readonly Role[] = ['officer', 'supervisor', 'operator', 'monitor', 'auditor'];

/** A page that travels when it is first opened. */
const page = (load: () => Promise<ComponentType<PageProps>>): PageComponent =>
  lazy(() => load().then((component) => ({ default: component })));

/** The console as its readers find it: areas, the places in the menu, the pages behind them. */
export const AREAS: readonly Area[] = [
  {
    places: [
      { to: '/', icon: 'inbox', word: 'console-nav-inbox', roles: [...EVERYBODY, 'confidant'] },
      { to: '/sealed', icon: 'alert', word: 'console-nav-sealed', roles: ['confidant'] },
      { to: '/triage', icon: 'sort', word: 'console-nav-triage', roles: ['operator'] },
      { to: '/notices', icon: 'bell', word: 'console-nav-notices', roles: ['operator'] },
      { to: '/routing', icon: 'chart', word: 'console-nav-routing', roles: ['operator', 'auditor', 'monitor'] },
      { to: '/parked', icon: 'alert', word: 'console-nav-parked', roles: ['operator'] },
    ],
    pages: [
      { path: '/', component: InboxPage },
      {
        path: '/tickets/:ticketId',
        texts: 'case',
        component: page(() => import('./pages/case.tsx').then((m) => m.CasePage)),
      },
      {
        path: '/cases/:number',
        component: page(() => import('./pages/case-by-number.tsx').then((m) => m.CaseByNumber)),
      },
      { path: '/triage', component: page(() => import('./pages/triage.tsx').then((m) => m.TriagePage)) },
      {
        path: '/notices',
        texts: 'notices',
        component: page(() => import('./pages/operations/notices.tsx').then((m) => m.NoticesPage)),
      },
      {
        path: '/sealed',
        texts: 'routing',
        component: page(() => import('./pages/routing/sealed.tsx').then((m) => m.SealedPage)),
      },
      {
        path: '/routing',
        texts: 'routing',
        component: page(() => import('./pages/routing/quality.tsx').then((m) => m.RoutingQualityPage)),
      },
      { path: '/parked', component: page(() => import('./pages/parked.tsx').then((m) => m.ParkedPage)) },
    ],
  },
  {
    heading: 'console-nav-terms',
    places: [
      {
        to: '/risk',
        icon: 'clock',
        word: 'console-nav-risk',
        roles: ['officer', 'supervisor', 'operator', 'auditor'],
      },
      { to: '/registrations', icon: 'stamp', word: 'console-nav-registrations', roles: ['officer', 'supervisor'] },
      {
        to: '/compliance',
        icon: 'scale',
        word: 'console-nav-compliance',
        roles: ['supervisor', 'operator', 'monitor', 'auditor'],
      },
      { to: '/calendar', icon: 'calendar', word: 'console-nav-calendar', roles: EVERYBODY },
      { to: '/rules', icon: 'book', word: 'console-nav-rules', roles: EVERYBODY },
    ],
    pages: [
      {
        path: '/risk',
        texts: 'terms',
        component: page(() => import('./pages/terms/risk.tsx').then((m) => m.RiskPage)),
      },
      {
        path: '/registrations',
        texts: 'terms',
        component: page(() => import('./pages/terms/registrations.tsx').then((m) => m.RegistrationsPage)),
      },
      {
        path: '/compliance',
        texts: 'terms',
        component: page(() => import('./pages/terms/compliance.tsx').then((m) => m.CompliancePage)),
      },
      {
        path: '/calendar',
        texts: 'terms',
        component: page(() => import('./pages/terms/calendar.tsx').then((m) => m.CalendarPage)),
      },
      {
        path: '/rules',
        texts: 'terms',
        component: page(() => import('./pages/terms/rules.tsx').then((m) => m.RulesPage)),
      },
    ],
  },
  {
    heading: 'console-nav-participation',
    places: [
      { to: '/petitions', icon: 'hand', word: 'console-nav-petitions', roles: ['operator'] },
      {
        to: '/votes',
        icon: 'check',
        word: 'console-nav-votes',
        roles: ['operator', 'supervisor', 'monitor', 'auditor'],
      },
      {
        to: '/petition-duties',
        icon: 'clock',
        word: 'console-nav-petition-duties',
        roles: ['operator', 'supervisor', 'auditor', 'monitor'],
      },

      {
        to: '/surveys',
        icon: 'chart',
        word: 'console-nav-surveys',
        roles: ['officer', 'supervisor', 'operator', 'auditor'],
      },
      {
        to: '/topics',
        icon: 'talk',
        word: 'console-nav-topics',
        roles: ['officer', 'supervisor', 'operator', 'auditor'],
      },
    ],
    pages: [
      {
        path: '/petitions',
        texts: 'petitions',
        component: page(() => import('./pages/petitions/moderation.tsx').then((m) => m.ModerationPage)),
      },
      {
        path: '/votes',
        texts: 'votes',
        component: page(() => import('./pages/participation/rounds.tsx').then((m) => m.RoundsPage)),
      },
      {
        path: '/votes/:roundId',
        texts: 'votes',
        component: page(() => import('./pages/participation/round.tsx').then((m) => m.RoundPage)),
      },
      {
        path: '/vote-objections',
        texts: 'votes',
        component: page(() => import('./pages/participation/objections.tsx').then((m) => m.ObjectionsPage)),
      },
      {
        path: '/petition-duties',
        texts: 'petitions',
        component: page(() => import('./pages/petitions/duties.tsx').then((m) => m.DutiesPage)),
      },
      {
        path: '/petition-signals',
        texts: 'petitions',
        component: page(() => import('./pages/petitions/signals.tsx').then((m) => m.SignalsPage)),
      },
      {
        path: '/petition-pauses',
        texts: 'petitions',
        component: page(() => import('./pages/petitions/pauses.tsx').then((m) => m.PausesPage)),
      },
      {
        path: '/petitions/:petitionId',
        texts: 'petitions',
        component: page(() => import('./pages/petitions/petition.tsx').then((m) => m.PetitionPage)),
      },
      {
        path: '/petitions/:petitionId/integrity',
        texts: 'petitions',
        component: page(() => import('./pages/petitions/integrity.tsx').then((m) => m.IntegrityPage)),
      },

      {
        path: '/topics',
        texts: 'topics',
        component: page(() => import('./pages/topics/topics-page.tsx').then((m) => m.TopicsPage)),
      },
      {
        path: '/topics/rising',
        texts: 'topics',
        component: page(() => import('./pages/topics/rising-page.tsx').then((m) => m.RisingPage)),
      },
      {
        path: '/topics/:topicId',
        texts: 'topics',
        component: page(() => import('./pages/topics/topic-page.tsx').then((m) => m.TopicPage)),
      },
      {
        path: '/surveys',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/surveys-page.tsx').then((m) => m.SurveysPage)),
      },
      {
        path: '/surveys/maps',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/maps-page.tsx').then((m) => m.MapsPage)),
      },
      {
        path: '/surveys/maps/:mapId',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/map-page.tsx').then((m) => m.MapPage)),
      },
      {
        path: '/surveys/waves/:waveId/results',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/results-page.tsx').then((m) => m.ResultsPage)),
      },
      {
        path: '/surveys/waves/:waveId/words/:question',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/words-page.tsx').then((m) => m.WordsPage)),
      },
      {
        path: '/surveys/waves/:waveId',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/wave-page.tsx').then((m) => m.WavePage)),
      },
      {
        path: '/surveys/:surveyId/:tab?',
        texts: 'surveys',
        component: page(() => import('./pages/surveys/survey-page.tsx').then((m) => m.SurveyPage)),
      },
    ],
  },
  {
    heading: 'console-nav-knowledge',
    places: [
      { to: '/knowledge', icon: 'ask', word: 'console-nav-sources', roles: EVERYBODY },
      { to: '/gaps', icon: 'list', word: 'console-nav-gaps', roles: EVERYBODY },
      { to: '/quality', icon: 'chart', word: 'console-nav-quality', roles: EVERYBODY },
      { to: '/announcements', icon: 'bell', word: 'console-nav-announcements', roles: ['supervisor', 'operator'] },
    ],
    pages: [
      {
        path: '/knowledge',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/sources.tsx').then((m) => m.SourcesPage)),
      },
      {
        path: '/knowledge/new',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/source-editor.tsx').then((m) => m.SourceEditorPage)),
      },
      {
        path: '/gaps',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/gaps.tsx').then((m) => m.GapsPage)),
      },
      {
        path: '/announcements',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/announcements.tsx').then((m) => m.AnnouncementsPage)),
      },
      {
        path: '/quality',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/quality.tsx').then((m) => m.QualityPage)),
      },
      {
        path: '/knowledge/import',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/import.tsx').then((m) => m.ImportPage)),
      },
      {
        path: '/knowledge/:sourceId/edit',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/source-editor.tsx').then((m) => m.SourceEditorPage)),
      },
      {
        path: '/knowledge/:sourceId',
        texts: 'knowledge',
        component: page(() => import('./pages/knowledge/source.tsx').then((m) => m.SourcePage)),
      },
    ],
  },
  {
    heading: 'console-nav-oversight',
    places: [{ to: '/journal', icon: 'book', word: 'console-nav-journal', roles: ['auditor', 'monitor', 'operator'] }],
    pages: [
      { path: '/journal/:number?', component: page(() => import('./pages/journal.tsx').then((m) => m.JournalPage)) },
    ],
  },
  {
    heading: 'console-nav-administration',
    places: [
      {
        to: '/team',
        icon: 'people',
        word: 'console-nav-team',
        roles: ['officer', 'supervisor', 'operator', 'auditor'],
      },
      {
        to: '/templates',
        icon: 'file',
        word: 'console-nav-templates',
        roles: ['officer', 'supervisor', 'operator', 'auditor'],
      },
      { to: '/agencies', icon: 'stamp', word: 'console-nav-agencies', roles: ['supervisor', 'operator', 'auditor'] },
      { to: '/categories', icon: 'list', word: 'console-nav-categories', roles: EVERYBODY },
      { to: '/settings', icon: 'gear', word: 'console-nav-settings', roles: EVERYBODY },
    ],
    pages: [
      { path: '/team', texts: 'officers', component: page(() => import('./pages/team.tsx').then((m) => m.TeamPage)) },
      {
        path: '/templates',
        texts: 'officers',
        component: page(() => import('./pages/officers/templates.tsx').then((m) => m.TemplatesPage)),
      },
      {
        path: '/agencies',
        texts: 'admin',
        component: page(() => import('./pages/admin/agencies.tsx').then((m) => m.AgenciesPage)),
      },
      {
        path: '/agencies/:code',
        texts: 'admin',
        component: page(() => import('./pages/admin/agency.tsx').then((m) => m.AgencyPage)),
      },
      {
        path: '/categories',
        texts: 'admin',
        component: page(() => import('./pages/admin/categories.tsx').then((m) => m.CategoriesPage)),
      },
      {
        path: '/settings',
        texts: 'admin',
        component: page(() => import('./pages/settings.tsx').then((m) => m.SettingsPage)),
      },
    ],
  },
];
