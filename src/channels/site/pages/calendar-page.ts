import { html } from 'ghtml';
import { dayText, type WorkingCalendar } from '../../../deadlines/index.ts';
import { addDays, type Day, day, isoWeekday } from '../../../kernel/day.ts';
import type { Html, Page, View } from '../layout.ts';
import { monthName, notice, number, weekdayName } from '../parts.ts';
import { jurisdictionName } from './rules-pages.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** A year of working days and days off, and every day that differs from the plain week by name. */
export function calendarPage(
  view: View,
  { calendar, year, own }: { calendar: WorkingCalendar; year: number; own: string },
): Page {
  const { t, language } = view;
  const country = jurisdictionName(calendar.id, language);
  const base = `/calendar/${calendar.id}`;
  const from = day(`${year}-01-01`);
  const until = day(`${year}-12-31`);
  const special = calendar
    .unusualDays(from, until)
    .flatMap(({ on, working, special: known }) => (known ? [{ on, working, known }] : []));
  const first = Number(calendar.coveredFrom.slice(0, 4));
  const last = Number(calendar.coveredUntil.slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    title: t('site-calendar-title', { year: String(year), country }),
    lead: t('site-calendar-lead', {
      working: calendar.workingDaysBetween(addDays(from, -1), until),
      holidays: special.filter(({ working }) => !working).length,
    }),
    section: 'rules',
    trail: [{ href: calendar.id === own ? '/rules' : `/rules/${calendar.id}`, label: t('site-section-rules') }],
    body: html`
<nav aria-label="${t('site-calendar-years')}"><ul>!${years.map((each) =>
      each === year
        ? html`<li><a href="${base}/${each}" aria-current="page">${each}</a></li>`
        : html`<li><a href="${base}/${each}">${each}</a></li>`,
    )}</ul></nav>
!${calendar.isWeekendsOnly(from) ? notice(html`<p>${t('site-calendar-incomplete', { year: String(year) })}</p>`) : ''}
<h2>${t('site-calendar-special')}</h2>
<ul>!${special.map(
      ({ on, working, known }) =>
        html`<li>${dayText(language, on)}: ${known.name[language]}!${working ? html` <span class="tag">${t('site-calendar-worked')}</span>` : ''}</li>`,
    )}</ul>
<h2>${t('site-calendar-months')}</h2>
<p class="quiet">${t('site-calendar-legend')}</p>
<div class="year">!${Array.from({ length: 12 }, (_, index) => month(view, calendar, day(`${year}-${String(index + 1).padStart(2, '0')}-01`)))}</div>
<p><a href="/open-data/calendar.csv">CSV</a> · <a href="/open-data/calendar.json">JSON</a></p>
<p class="quiet">${t('site-calendar-covers', { from: number(language, first).replace(/\D/g, ''), until: String(last) })}</p>`,
  };
}

function month(view: View, calendar: WorkingCalendar, firstDay: Day): Html {
  const { language, t } = view;
  const weeks: (Day | null)[][] = [];
  const week: (Day | null)[] = Array.from({ length: isoWeekday(firstDay) - 1 }, () => null);
  for (let on = firstDay; on.slice(0, 7) === firstDay.slice(0, 7); on = addDays(on, 1)) {
    week.push(on);
    if (week.length === 7) weeks.push(week.splice(0));
  }
  if (week.length > 0) weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  return html`<table class="month"><caption>${monthName(language, firstDay)}</caption>
<thead><tr>!${WEEK.map(
    (weekday) =>
      html`<th scope="col" abbr="${weekdayName(language, weekday, 'long')}">${weekdayName(language, weekday, 'short')}</th>`,
  )}</tr></thead>
<tbody>!${weeks.map((days) => html`<tr>!${days.map((on) => cell(on))}</tr>`)}</tbody></table>`;

  function cell(on: Day | null): Html {
    if (on === null) return '<td></td>';
    const known = calendar.specialDay(on);
    const working = calendar.isWorkingDay(on);
    const number_ = String(Number(on.slice(8)));
    if (known)
      return html`<td class="${working ? 'worked' : 'holiday'}" title="${known.name[language]}">${number_}</td>`;
    return working
      ? html`<td>${number_}</td>`
      : html`<td class="off" title="${t('site-calendar-off')}">${number_}</td>`;
  }
}
