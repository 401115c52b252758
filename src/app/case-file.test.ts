import { expect, it } from 'vitest';
import { anAppeal, aTicket } from '../../test/builders/an-appeal.ts';
import { day } from '../kernel/day.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import { caseFilePage } from './case-file.ts';

const names = {
  agency: () => 'Дороги & мосты',
  topic: (id: string) => id,
  territory: (code: string) => code,
  day: (on: string) => on,
  dayOf: (at: Date) => at.toISOString().slice(0, 10),
};

it('shows every word and date of a case, and runs nothing that somebody wrote', () => {
  const entry = {
    kind: 'statement',
    author: 'citizen',
    at: new Date('2026-11-22T10:00:00Z'),
    maskedText: '<script>alert(1)</script> & "яма"',
    files: [],
    details: null,
  };
  const view = {
    appeal: anAppeal({ number: '4729189', title: '<b>Яма</b>', submittedAt: new Date('2026-11-22T10:00:00Z') }),
    tickets: [aTicket({ registrationNumber: 'Ж-1', registeredOn: day('2026-11-23'), statutoryOn: day('2026-12-14') })],
    pastTickets: [],
    entries: [entry],
  } as never;
  const page = caseFilePage(view, 'ru', { t: loadTexts().t, names: names as never });
  expect(page).not.toMatch(/<script>alert|<b>Яма/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;яма&quot;');
  expect(page).toContain('Дороги &amp; мосты');
  expect(page).toMatch(/472-918-9[\s\S]*Ж-1, 2026-11-23[\s\S]*2026-12-14/);
});
