import { html } from 'ghtml';
import type { Language } from '../../kernel/language.ts';
import type { Html } from './layout.ts';

/** Escapes a sentence and sets what stands between `**` in bold: the one mark that texts of the site may carry. */
export const sentence = (text: string): Html => html`${text}`.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');

export interface Figure {
  readonly sentence: string;
  /** How it was counted. */
  readonly note?: string;
  /** 0–1; drawn below the words, which say the same. */
  readonly share?: number | null;
}

export function figureList(figures: readonly Figure[]): Html {
  return html`<ul class="figures">!${figures.map(
    ({ sentence: words, note, share }) => html`<li>!${sentence(words)}
!${typeof share === 'number' ? html`<meter class="bar" min="0" max="100" value="${Math.floor(share * 100)}" aria-hidden="true"></meter>` : ''}
!${note ? html`<span class="quiet">${note}</span>` : ''}</li>`,
  )}</ul>`;
}

export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
}

/** More columns than this do not fit the column of words. */
const NARROW_COLUMNS = 6;

/** A table that scrolls by itself on a narrow screen. The first cell of a row is its heading; cells are markup. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Html[])[]): Html {
  const classOf = (column: number) => (columns[column]?.numeric ? ' class="number"' : '');
  return html`<div class="${columns.length > NARROW_COLUMNS ? 'table wide' : 'table'}" role="region" tabindex="0" aria-label="${caption}"><table><caption><span>${caption}</span></caption>
<thead><tr>!${columns.map(({ label }, column) => `<th scope="col"${classOf(column)}>${html`${label}`}</th>`)}</tr></thead>
<tbody>!${rows.map(
    (cells) =>
      html`<tr>!${cells.map((cell, column) => (column === 0 ? `<th scope="row">${cell}</th>` : `<td${classOf(column)}>${cell}</td>`))}</tr>`,
  )}</tbody></table></div>`;
}

/** Pairs of name and value; values are markup, empty ones are left out. */
export function facts(pairs: readonly (readonly [string, Html | null])[]): Html {
  return html`<dl class="facts">!${pairs.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [html`<dt>${name}</dt><dd>!${value}</dd>`],
  )}</dl>`;
}

export const notice = (inside: Html): Html => html`<div class="notice">!${inside}</div>`;

export const plain = (text: string): Html => html`${text}`;

export const paragraphs = (texts: readonly string[]): Html =>
  html`!${texts.map((text) => html`<p>!${sentence(text)}</p>`)}`;

const formats = new Map<Language, Intl.NumberFormat>();

/** A number as the language writes it. */
export function number(language: Language, value: number): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    formats.set(language, format);
  }
  return format.format(value);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${JSON.stringify(options)}`;
  let format = dateFormats.get(name);
  if (!format) {
    const locale = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }[language];
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    dateFormats.set(name, format);
  }
  return format;
}

const startOf = (month: string): Date => new Date(`${month.slice(0, 7)}-01T00:00:00Z`);

/** `November`, as a heading: with a capital in every language. */
export function monthName(language: Language, month: string): string {
  const name = dateFormat(language, { month: 'long' }).format(startOf(month));
  return `${name.slice(0, 1).toLocaleUpperCase(language)}${name.slice(1)}`;
}

/** `November 2026` */
export const monthText = (language: Language, month: string): string =>
  dateFormat(language, { month: 'long', year: 'numeric' }).format(startOf(month));

/** 1 January 2024 was a Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);

/** Name of an ISO weekday, 1 = Monday. */
export const weekdayName = (language: Language, weekday: number, length: 'short' | 'long'): string =>
  dateFormat(language, { weekday: length }).format(MONDAY_MS + (weekday - 1) * 86_400_000);
