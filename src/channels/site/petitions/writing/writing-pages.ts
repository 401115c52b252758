import { html } from 'ghtml';
import type { SuggestedAddressees } from '../../../../journeys/suggest-addressees.ts';
import {
  type AddresseeOption,
  barredHints,
  type PetitionListItem,
  type Profile,
  type Profiles,
  TEXT_LIMITS,
} from '../../../../petitions/index.ts';
import type { Html, Page, View } from '../../layout.ts';
import { notice } from '../../parts.ts';
import type { PetitionPagesDeps } from '../petition-pages-deps.ts';

type Names = PetitionPagesDeps['names'];
export type TextPart = keyof typeof TEXT_LIMITS;

/** What was written so far; it travels in the form, so that going back loses nothing. */
export interface Written {
  readonly ask: string;
  readonly place: string;
  readonly why: string;
  readonly details: string;
  readonly option: string;
}

export interface Problem {
  readonly field: 'ask' | 'place' | 'why' | 'details' | 'option';
  readonly words: string;
}

const TRAIL = (t: View['t']) => [{ href: '/petitions', label: t('petition-site-title') }];

/** A field with its limit said beforehand and its mistake said where it is. */
export function textField(
  { t }: Pick<View, 't'>,
  part: TextPart,
  value: string,
  problem: Problem | null,
  rows: number,
): Html {
  const { min, max } = TEXT_LIMITS[part];
  const wrong = problem?.field === part ? problem.words : null;
  const described = `${part}-hint${wrong ? ` ${part}-wrong` : ''}`;
  return html`<p><label for="${part}">${t(`writing-${part}`)}</label><span class="hint" id="${part}-hint">${t(`writing-${part}-hint`, { limit: max })}</span>
!${wrong ? html`<span class="wrong" id="${part}-wrong" role="alert">${wrong}</span>` : ''}
<textarea id="${part}" name="${part}" rows="${rows}" maxlength="${max}"!${min > 0 ? ' required' : ''} aria-describedby="${described}"!${wrong ? ' aria-invalid="true"' : ''}>${value}</textarea></p>`;
}

/** What petitions may not be about, by whose rules: said before anybody writes an hour. */
export function barredSubjects({ t, language }: View, profiles: Profiles): Html {
  const active = profiles.all.filter(
    ({ active: isActive, barredSubjects: subjects }) => isActive && subjects.length > 0,
  );
  if (active.length === 0) return '';
  return html`<h2>${t('writing-barred')}</h2><p>${t('writing-barred-note')}</p>!${active.map(
    ({ name, barredSubjects: subjects, source }) =>
      html`<details><summary>${name[language]}</summary><ul>!${subjects.map((subject) => html`<li>${subject.name[language]}</li>`)}</ul><p class="quiet">${t('petition-site-rules', { source: source.title[language] })}</p></details>`,
  )}`;
}

interface First {
  readonly written: Written;
  readonly problem: Problem | null;
  readonly profiles: Profiles;
  readonly around: Html;
}

/** The first step: what you ask, and where. */
export function askPage(view: View, { written, problem, profiles, around }: First): Page {
  const { t } = view;
  const wrongPlace = problem?.field === 'place' ? problem.words : null;
  return {
    title: t('writing-title'),
    lead: t('writing-lead'),
    section: 'petitions',
    trail: TRAIL(t),
    hidden: true,
    body: html`!${around}
<form class="writing" method="post" action="/petitions/new/whom"><p class="quiet">${t('writing-step', { at: 1, of: 3 })}</p>
!${textField(view, 'ask', written.ask, problem, 3)}
<p><label for="place">${t('writing-place')}</label><span class="hint" id="place-hint">${t('writing-place-hint')}</span>
!${wrongPlace ? html`<span class="wrong" id="place-wrong" role="alert">${wrongPlace}</span>` : ''}
<input type="text" id="place" name="place" value="${written.place}" maxlength="120" required autocomplete="address-level2" aria-describedby="place-hint${wrongPlace ? ' place-wrong' : ''}"></p>
<button>${t('writing-next')}</button></form>
!${barredSubjects(view, profiles)}`,
  };
}

/** Before anybody is known: what a petition is, what it may not be about, and how to begin. */
export function beginPage(view: View, profiles: Profiles, ways: Html): Page {
  const { t } = view;
  return {
    title: t('writing-title'),
    lead: t('writing-lead'),
    section: 'petitions',
    trail: TRAIL(t),
    body: html`<ol>!${['one', 'two', 'three', 'four'].map((step) => html`<li>${t(`writing-way-${step}`)}</li>`)}</ol>
!${barredSubjects(view, profiles)}!${ways}`,
  };
}

interface Second {
  readonly written: Written;
  readonly problem: Problem | null;
  readonly suggested: SuggestedAddressees;
  readonly similar: readonly PetitionListItem[];
  readonly profiles: Profiles;
  readonly names: Names;
  /** Names this form, so that two presses make one draft. */
  readonly once: string;
}

export const optionKey = ({ profileId, authorityKey, agencyCode }: AddresseeOption): string =>
  [profileId, authorityKey, agencyCode ?? ''].join('|');

/** The second step: others who ask the same, of whom it is asked, and why. */
export function whomPage(view: View, shown: Second): Page {
  const { t } = view;
  const { written, problem, suggested, profiles, once } = shown;
  const hints = hintsFor(written.ask, suggested.options, profiles);
  return {
    title: t('writing-title'),
    section: 'petitions',
    trail: TRAIL(t),
    hidden: true,
    body: html`<p class="lead">${written.ask}</p>
!${similarList(view, shown)}
!${hints.length > 0 ? notice(html`<p>${t('petition-new-barred', { subjects: hints.map(({ name }) => name[view.language]).join('; ') })}</p>`) : ''}
<form class="writing" method="post" action="/petitions/new/draft"><p class="quiet">${t('writing-step', { at: 2, of: 3 })}</p>
<input type="hidden" name="ask" value="${written.ask}"><input type="hidden" name="place" value="${written.place}"><input type="hidden" name="once" value="${once}">
!${addressees(view, shown)}
!${textField(view, 'why', written.why, problem, 6)}
!${textField(view, 'details', written.details, problem, 8)}
<button>${t('writing-preview')}</button></form>
<form method="post" action="/petitions/new/back"><input type="hidden" name="ask" value="${written.ask}"><input type="hidden" name="place" value="${written.place}"><button class="minor">${t('writing-back')}</button></form>`,
  };
}

/** Subjects whose words occur, by the rules of those it may be addressed to; each once. */
function hintsFor(ask: string, options: readonly AddresseeOption[], profiles: Profiles) {
  const ids = [...new Set(options.map(({ profileId }) => profileId))];
  const subjects = ids.flatMap((id): Profile['barredSubjects'] => profiles.get(id).barredSubjects);
  return [...new Map(barredHints(ask, subjects).map((subject) => [subject.code, subject])).values()];
}

function similarList({ t }: View, { similar }: Second): Html {
  if (similar.length === 0) return '';
  return html`<h2>${t('writing-similar')}</h2><p>${t('writing-similar-note')}</p><ul class="rows">!${similar.map(
    ({ code, ask, language, support }) =>
      html`<li><strong lang="${language}">${ask}</strong><span class="quiet">${t('petition-support', { count: support })}</span>
<a href="/petitions/${code}">${t('writing-similar-support')}</a></li>`,
  )}</ul>`;
}

function addressees({ t, language }: View, { suggested, names, profiles, written, problem }: Second): Html {
  const { options, proposed, words } = suggested;
  const chosen = written.option || (options[0] ? optionKey(options[0]) : '');
  const nameOf = ({ agencyCode, name }: AddresseeOption) =>
    agencyCode ? names.agency(agencyCode, language) : name[language];
  const first = options[0];
  return html`<fieldset><legend>${t('writing-whom')}</legend><p class="hint">${t('writing-whom-hint')}</p>
!${problem?.field === 'option' ? html`<p class="wrong" role="alert">${problem.words}</p>` : ''}
!${proposed > 0 && first ? notice(html`<p>${t('writing-proposed', { to: nameOf(first) })}!${words.length > 0 ? html` <span class="quiet">${t('writing-proposed-words', { words: words.join(', ') })}</span>` : ''}</p>`) : ''}
<div class="choices">!${options.map((option, at) => {
    const key = optionKey(option);
    const profile = profiles.get(option.profileId);
    const goals = goalWords(t, option.thresholds, profile).map((goal) => html`<br>${goal}`);
    return html`<label><input type="radio" name="option" value="${key}"!${key === chosen ? ' checked' : ''}><span>${nameOf(option)}!${at < proposed ? html` <em class="quiet">${t('writing-proposed-mark')}</em>` : ''}<br><span class="quiet">${profile.name[language]}!${goals}</span></span></label>`;
  })}</div></fieldset>`;
}

/** What has to be reached, counter by counter; nothing adds them up. */
export const goalWords = (
  t: View['t'],
  thresholds: AddresseeOption['thresholds'],
  { statePortal }: Profile,
): string[] =>
  thresholds.map(({ counter, required }) =>
    counter === 'legal_reading'
      ? t('petition-new-goal-legal', { required, portal: statePortal?.name ?? '' })
      : t(`petition-new-goal-${counter}`, { required }),
  );
