import { type Area, EVERYBODY, page } from '../area.ts';

/** Approved sources and what they do not answer yet. */
export const knowledgeArea: Area = {
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
      component: page(() => import('../pages/knowledge/sources.tsx').then((m) => m.SourcesPage)),
    },
    {
      path: '/knowledge/new',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/source-editor.tsx').then((m) => m.SourceEditorPage)),
    },
    {
      path: '/gaps',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/gaps.tsx').then((m) => m.GapsPage)),
    },
    {
      path: '/announcements',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/announcements.tsx').then((m) => m.AnnouncementsPage)),
    },
    {
      path: '/quality',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/quality.tsx').then((m) => m.QualityPage)),
    },
    {
      path: '/knowledge/import',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/import.tsx').then((m) => m.ImportPage)),
    },
    {
      path: '/knowledge/:sourceId/edit',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/source-editor.tsx').then((m) => m.SourceEditorPage)),
    },
    {
      path: '/knowledge/:sourceId',
      texts: 'knowledge',
      component: page(() => import('../pages/knowledge/source.tsx').then((m) => m.SourcePage)),
    },
  ],
};
