import { expect, it } from 'vitest';
import { loadTexts } from '../platform/texts/texts.ts';
import { ClockEvent } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import { explainClock } from './explain-clock.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { promiseFor } from './rulebook.ts';

const { t } = loadTexts();
const { rulebook, calendar } = loadJurisdiction('kz');

function explain(procedure: string, ...more: Record<string, unknown>[]) {
  const events = [{ type: 'received', at: '2026-11-23T10:00:00+05:00', procedure, topic: null }, ...more];
  const ledger = events.map((fields, index) => ClockEvent.parse({ id: `e${index}`, ...fields }));
  return explainClock(computeClock(ledger, rulebook, calendar, promiseFor(rulebook.promises, null)), 'ru', t);
}

it('says that the second date comes with registration', () => {
  expect(explain('message')).toMatchObject({
    promise: { label: 'Обещанный ответ: пн, 14 декабря 2026' },
    statutory: null,
    note: 'Срок по закону начнётся, когда орган зарегистрирует обращение. Тогда здесь появится вторая дата.',
  });
});

it('says that there is only a promise where the code does not apply', () => {
  expect(explain('none').note).toBe('Закон срока здесь не даёт, есть только обещание сервиса.');
});

it('shows both dates apart once the body has registered, with a link to the law', () => {
  const registered = { type: 'registered', at: '2026-11-24T10:00:00+05:00', number: '1', on: '2026-11-24' };
  expect(explain('message', registered)).toMatchObject({
    promise: { label: 'Обещанный ответ: пн, 14 декабря 2026' },
    statutory: { label: 'Срок по закону: вт, 15 декабря 2026', url: 'https://adilet.zan.kz/rus/docs/K2000000350' },
    note: null,
  });
});
