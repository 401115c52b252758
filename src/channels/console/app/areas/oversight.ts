import { type Area, page } from '../area.ts';

/** What everybody did, for those who check. */
export const oversightArea: Area = {
  heading: 'console-nav-oversight',
  places: [{ to: '/journal', icon: 'book', word: 'console-nav-journal', roles: ['auditor', 'monitor', 'operator'] }],
  pages: [
    { path: '/journal/:number?', component: page(() => import('../pages/journal.tsx').then((m) => m.JournalPage)) },
  ],
};
