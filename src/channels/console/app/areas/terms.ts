import { type Area, EVERYBODY, page } from '../area.ts';

/** Dates of law and promise, and how they are kept. */
export const termsArea: Area = {
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
      component: page(() => import('../pages/terms/risk.tsx').then((m) => m.RiskPage)),
    },
    {
      path: '/registrations',
      texts: 'terms',
      component: page(() => import('../pages/terms/registrations.tsx').then((m) => m.RegistrationsPage)),
    },
    {
      path: '/compliance',
      texts: 'terms',
      component: page(() => import('../pages/terms/compliance.tsx').then((m) => m.CompliancePage)),
    },
    {
      path: '/calendar',
      texts: 'terms',
      component: page(() => import('../pages/terms/calendar.tsx').then((m) => m.CalendarPage)),
    },
    {
      path: '/rules',
      texts: 'terms',
      component: page(() => import('../pages/terms/rules.tsx').then((m) => m.RulesPage)),
    },
  ],
};
