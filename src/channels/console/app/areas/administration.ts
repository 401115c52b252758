import { type Area, EVERYBODY, page } from '../area.ts';

/** People, bodies, words and one’s own settings. */
export const administrationArea: Area = {
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
    {
      to: '/territories',
      icon: 'place',
      word: 'console-nav-territories',
      roles: ['operator', 'supervisor', 'auditor'],
    },
    { to: '/categories', icon: 'list', word: 'console-nav-categories', roles: EVERYBODY },
    { to: '/settings', icon: 'gear', word: 'console-nav-settings', roles: EVERYBODY },
  ],
  pages: [
    { path: '/team', texts: 'officers', component: page(() => import('../pages/team.tsx').then((m) => m.TeamPage)) },
    {
      path: '/templates',
      texts: 'officers',
      component: page(() => import('../pages/officers/templates.tsx').then((m) => m.TemplatesPage)),
    },
    {
      path: '/agencies',
      texts: 'admin',
      component: page(() => import('../pages/admin/agencies.tsx').then((m) => m.AgenciesPage)),
    },
    {
      path: '/agencies/:code',
      texts: 'admin',
      component: page(() => import('../pages/admin/agency.tsx').then((m) => m.AgencyPage)),
    },
    {
      path: '/territories',
      texts: 'admin',
      component: page(() => import('../pages/admin/territories.tsx').then((m) => m.TerritoriesPage)),
    },
    {
      path: '/territories/:territoryCode',
      texts: 'admin',
      component: page(() => import('../pages/admin/territory.tsx').then((m) => m.TerritoryPage)),
    },
    {
      path: '/categories',
      texts: 'admin',
      component: page(() => import('../pages/admin/categories.tsx').then((m) => m.CategoriesPage)),
    },
    {
      path: '/settings',
      texts: 'admin',
      component: page(() => import('../pages/settings.tsx').then((m) => m.SettingsPage)),
    },
  ],
};
