import { type Area, EVERYBODY, page } from '../area.ts';
import { InboxPage } from '../pages/inbox.tsx';

/** What lies on a desk: cases, triage, what waits for somebody. */
export const deskArea: Area = {
  places: [
    { to: '/', icon: 'inbox', word: 'console-nav-inbox', roles: [...EVERYBODY, 'confidant'] },
    { to: '/news', icon: 'bell', word: 'console-nav-news', roles: ['officer', 'supervisor'] },
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
      component: page(() => import('../pages/case.tsx').then((m) => m.CasePage)),
    },
    {
      path: '/cases/:number',
      component: page(() => import('../pages/case-by-number.tsx').then((m) => m.CaseByNumber)),
    },
    { path: '/triage', component: page(() => import('../pages/triage.tsx').then((m) => m.TriagePage)) },
    {
      path: '/news',
      texts: 'officers',
      component: page(() => import('../pages/officers/news.tsx').then((m) => m.NewsPage)),
    },
    {
      path: '/notices',
      texts: 'notices',
      component: page(() => import('../pages/operations/notices.tsx').then((m) => m.NoticesPage)),
    },
    {
      path: '/sealed',
      texts: 'routing',
      component: page(() => import('../pages/routing/sealed.tsx').then((m) => m.SealedPage)),
    },
    {
      path: '/routing',
      texts: 'routing',
      component: page(() => import('../pages/routing/quality.tsx').then((m) => m.RoutingQualityPage)),
    },
    { path: '/parked', component: page(() => import('../pages/parked.tsx').then((m) => m.ParkedPage)) },
  ],
};
