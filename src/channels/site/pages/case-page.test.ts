import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/day.ts';
import { loadTexts } from '../../../platform/texts/texts.ts';
import type { PublicCase, PublicTicket } from '../../../transparency/index.ts';
import type { View } from '../layout.ts';
import { casePage } from './case-page.ts';

const { t } = loadTexts();
const view = { language: 'en', t: (key: string, args?: never) => t('en', key, args) } as unknown as View;

const ticket = (agencyCode: string | null, more: Partial<PublicTicket> = {}): PublicTicket => ({
  agencyCode,
  state: 'registered',
  procedure: 'message',
  deliveredOn: day('2026-11-20'),
  registeredOn: null,
  promisedOn: day('2026-12-11'),
  statutoryOn: null,
  answeredOn: null,
  closedOn: null,
  points: null,
  ...more,
});

function shown(...tickets: PublicTicket[]): string {
  const found: PublicCase = {
    number: '4729189',
    state: 'with_agency',
    submittedOn: day('2026-11-20'),
    resolution: null,
    tickets,
  };
  return String(casePage(view, '4729189', { type: 'found', case: found }, (code) => `Body ${code}`).body);
}

describe('the page of a case', () => {
  it('shows the way from body to body, with days and without a word of anybody', () => {
    const page = shown(
      ticket('a', { state: 'redirected', closedOn: day('2026-11-23'), passedTo: 'b' }),
      ticket('b', { deliveredOn: day('2026-11-23') }),
    );
    expect(page).toContain('The way of the case');
    expect(page).toContain('Fri, 20 November 2026 to Mon, 23 November 2026. Passed on to Body b.');
    expect(page).toContain('Here since Mon, 23 November 2026.');
    expect(page.match(/<dl/g)).toHaveLength(2);
  });

  it('says that an operator chooses when the second body only wished to pass it on', () => {
    const page = shown(
      ticket('a', { state: 'redirected', closedOn: day('2026-11-23'), passedTo: 'b' }),
      ticket('b', { state: 'redirected', deliveredOn: day('2026-11-23'), closedOn: day('2026-11-24'), passedTo: 'c' }),
    );
    expect(page).toContain('Given back: an operator chooses the body.');
    expect(page).not.toContain('Body c');
  });

  it('names no body of a sealed case, and no way where there was none', () => {
    const sealed = shown(
      ticket(null, { state: 'redirected', closedOn: day('2026-11-23') }),
      ticket(null, { deliveredOn: day('2026-11-23') }),
    );
    expect(sealed).not.toContain('Body');
    expect(shown(ticket('a'))).not.toContain('The way of the case');
  });
});
