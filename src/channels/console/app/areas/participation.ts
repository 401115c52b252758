import { type Area, page } from '../area.ts';

/** Petitions, votes, surveys, conversations. */
export const participationArea: Area = {
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
    { to: '/topics/rising', icon: 'talk', word: 'console-nav-rising', roles: ['monitor', 'supervisor', 'operator'] },
  ],
  pages: [
    {
      path: '/petitions',
      texts: 'petitions',
      component: page(() => import('../pages/petitions/moderation.tsx').then((m) => m.ModerationPage)),
    },
    {
      path: '/votes',
      texts: 'votes',
      component: page(() => import('../pages/participation/rounds.tsx').then((m) => m.RoundsPage)),
    },
    {
      path: '/votes/:roundId',
      texts: 'votes',
      component: page(() => import('../pages/participation/round.tsx').then((m) => m.RoundPage)),
    },
    {
      path: '/votes/:roundId/integrity',
      texts: 'petitions',
      component: page(() => import('../pages/participation/vote-integrity.tsx').then((m) => m.VoteIntegrityPage)),
    },
    {
      path: '/vote-objections',
      texts: 'votes',
      component: page(() => import('../pages/participation/objections.tsx').then((m) => m.ObjectionsPage)),
    },
    {
      path: '/petition-duties',
      texts: 'petitions',
      component: page(() => import('../pages/petitions/duties.tsx').then((m) => m.DutiesPage)),
    },
    {
      path: '/petition-signals',
      texts: 'petitions',
      component: page(() => import('../pages/petitions/signals.tsx').then((m) => m.SignalsPage)),
    },
    {
      path: '/petition-pauses',
      texts: 'petitions',
      component: page(() => import('../pages/petitions/pauses.tsx').then((m) => m.PausesPage)),
    },
    {
      path: '/petitions/:petitionId',
      texts: 'petitions',
      component: page(() => import('../pages/petitions/petition.tsx').then((m) => m.PetitionPage)),
    },
    {
      path: '/petitions/:petitionId/integrity',
      texts: 'petitions',
      component: page(() => import('../pages/petitions/integrity.tsx').then((m) => m.IntegrityPage)),
    },
    {
      path: '/topics',
      texts: 'topics',
      component: page(() => import('../pages/topics/topics-page.tsx').then((m) => m.TopicsPage)),
    },
    {
      path: '/topics/rising',
      texts: 'topics',
      component: page(() => import('../pages/topics/rising-page.tsx').then((m) => m.RisingPage)),
    },
    {
      path: '/topics/:topicId',
      texts: 'topics',
      component: page(() => import('../pages/topics/topic-page.tsx').then((m) => m.TopicPage)),
    },
    {
      path: '/surveys',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/surveys-page.tsx').then((m) => m.SurveysPage)),
    },
    {
      path: '/surveys/maps',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/maps-page.tsx').then((m) => m.MapsPage)),
    },
    {
      path: '/surveys/maps/:mapId',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/map-page.tsx').then((m) => m.MapPage)),
    },
    {
      path: '/surveys/waves/:waveId/results',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/results-page.tsx').then((m) => m.ResultsPage)),
    },
    {
      path: '/surveys/waves/:waveId/words/:question',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/words-page.tsx').then((m) => m.WordsPage)),
    },
    {
      path: '/surveys/waves/:waveId',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/wave-page.tsx').then((m) => m.WavePage)),
    },
    {
      path: '/surveys/:surveyId/:tab?',
      texts: 'surveys',
      component: page(() => import('../pages/surveys/survey-page.tsx').then((m) => m.SurveyPage)),
    },
  ],
};
