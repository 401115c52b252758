import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import { computeDue } from './compute-due.ts';
import { describeDue } from './describe-steps.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { START_EVENTS } from './rule.ts';
import { promiseFor } from './rulebook.ts';

const { t, has } = loadTexts();
const { rulebook, calendar } = loadJurisdiction('kz');

describe('why this date', () => {
  it('tells a promise made on a Sunday in Russian', () => {
    const due = computeDue(promiseFor(rulebook.promises, null), new Date('2026-11-22T07:00:00Z'), [], calendar);
    expect(describeDue(due, 'ru', t)).toEqual({
      summary: 'Последний день: пн, 14 декабря 2026.',
      steps: [
        'Обещание сервиса: 15 рабочих дней.',
        'Получение: вс, 22 ноября.',
        'Это нерабочий день, поэтому считаем со следующего рабочего: пн, 23 ноября.',
        'Первый день срока: вт, 24 ноября.',
        'Пропущено: 6 выходных.',
        'Последний день: пн, 14 декабря.',
      ],
    });
  });

  it('tells a term set by law with its holiday and its extension in Kazakh', () => {
    const rule = rulebook.rule('kz.appk.complaint_review', day('2026-11-23'));
    expect(describeDue(computeDue(rule, day('2026-11-23'), [], calendar), 'kk', t).steps).toEqual([
      'Заң бойынша мерзім: 20 жұмыс күні.',
      'Тіркелген күні: 23 қараша, дүйсенбі.',
      'Мерзімнің бірінші күні: 24 қараша, сейсенбі.',
      'Саналмады: 16 желтоқсан, сәрсенбі (Тәуелсіздік күні).',
      '8 демалыс күні саналмады.',
      'Соңғы күн: 22 желтоқсан, сейсенбі.',
      'Негізі: ӘРПК 99-бап (17.12.2025 редакциясы).',
    ]);
  });

  it('says who extended, why and by when the citizen must hear of it, with years when two are touched', () => {
    const rule = rulebook.rule('kz.appk.review', day('2026-11-23'));
    const extended = {
      type: 'extended',
      decisionOn: day('2026-12-31'),
      by: 'А. Сейтова',
      reason: 'экспертиза',
    } as const;
    expect(describeDue(computeDue(rule, day('2026-12-14'), [extended], calendar), 'ru', t).steps.slice(-7)).toEqual([
      'Последний день: пт, 8 января 2027.',
      'Срок продлён. Решение: чт, 31 декабря 2026, подпись: А. Сейтова. Новый последний день: вс, 28 февраля 2027.',
      'Причина: экспертиза.',
      'Больше закон не позволяет: 2 месяца.',
      'Вам должны сообщить об этом не позже: пт, 8 января 2027.',
      'Последний день выпал на нерабочий (вс, 28 февраля 2027), поэтому переносится: пн, 1 марта 2027.',
      'Основание: АППК, ст. 76 (ред. 17.12.2025).',
    ]);
  });

  it.each(START_EVENTS)('has a word for the start event %s', (event) => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      expect(has(language, `deadline-event-${event.replaceAll('_', '-')}`)).toBe(true);
    }
  });
});
