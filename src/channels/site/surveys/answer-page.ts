import { html } from 'ghtml';
import type { Answer, StepView, SurveyTurn } from '../../../surveys/index.ts';
import { wordsIn } from '../../../surveys/index.ts';
import type { Html, Page, View } from '../layout.ts';

type Ask = Extract<SurveyTurn, { type: 'ask' }>;

/** One question as a page with a form: works with a keyboard, a screen reader, and no script. */
export function answerPage({ t, language, address }: View, { view, wrong, questionnaire }: Ask): Page {
  const question = view.row ? `${view.text} ${view.row}` : view.text;
  const problem = wrong ? t(`survey-wrong-${wrong.reason.replaceAll('_', '-')}`, { ...wrong.facts }) : null;
  const button = (act: string, label: string, minor = true): Html =>
    html`<button name="act" value="${act}"!${minor ? ' class="minor" formnovalidate' : ''}>${label}</button>`;
  return {
    title: question,
    heading: wordsIn(questionnaire.title, language),
    hidden: true,
    body: html`<p class="quiet">${t('survey-position', { position: view.position, total: view.total })}</p>
<form class="survey" method="post" action="${address}">
<input type="hidden" name="step" value="${view.stepKey}">
<fieldset!${problem || view.hint ? ' aria-describedby="about"' : ''}>
<legend>${question}</legend>
!${problem || view.hint ? html`<div id="about">!${problem ? html`<p class="wrong" role="alert">${problem}</p>` : ''}!${view.hint ? html`<p class="hint">${view.hint}</p>` : ''}</div>` : ''}
!${fields(t, view)}
</fieldset>
<p>!${view.expects === 'photo' ? '' : button('next', t('survey-site-next'), false)}!${view.canDecline ? button('decline', t('survey-button-decline')) : ''}</p>
<p>!${view.canBack ? button('back', t('survey-button-back')) : ''}!${view.canSkip ? button('skip', t('survey-button-skip')) : ''}</p>
</form>`,
  };
}

function fields(t: View['t'], view: StepView): Html {
  const { expects, options, ends, takesOther, atMost } = view;
  switch (expects) {
    case 'one':
    case 'many': {
      const kind = expects === 'one' ? 'radio' : 'checkbox';
      const label = (text: string, key: string, chosen: boolean): Html =>
        html`<label><input type="${kind}" name="option" value="${key}"${chosen ? ' checked' : ''}><span>${text}</span></label>`;
      const words = (text: string, index: number): string =>
        ends && index === 0
          ? `${text} — ${ends.low}`
          : ends && index === options.length - 1
            ? `${text} — ${ends.high}`
            : text;
      return html`!${expects === 'many' ? html`<p class="hint">${atMost === null ? t('survey-ask-many') : t('survey-ask-many-limit', { limit: atMost })}</p>` : ''}
<div class="choices">!${options.map((option, index) => label(words(option.label, index), option.key, option.chosen))}</div>
!${takesOther ? html`<p><label for="other">${t('survey-ask-other')}</label><input type="text" id="other" name="other" maxlength="500"></p>` : ''}`;
    }
    case 'order':
      return html`!${options.map(
        ({ key, label, rank }) => html`<p><label for="rank-${key}">${t('survey-site-rank', { option: label })}</label>
<select id="rank-${key}" name="rank.${key}"><option value="">—</option>!${Array.from({ length: atMost ?? options.length }, (_, index) => html`<option${rank === index + 1 ? ' selected' : ''}>${index + 1}</option>`)}</select></p>`,
      )}`;
    case 'shares':
      return html`!${options.map(
        ({ key, label }) =>
          html`<p><label for="share-${key}">${t('survey-site-share-of', { option: label })}</label><input type="text" inputmode="numeric" id="share-${key}" name="share.${key}" value="${shareOf(view.current, key)}"></p>`,
      )}`;
    case 'number':
      return html`<label for="words">${t('survey-ask-number')}</label><input type="text" inputmode="decimal" id="words" name="words" value="${written(view.current)}">`;
    case 'day':
      return html`<label for="words">${t('survey-ask-day')}</label><input type="date" id="words" name="words" value="${written(view.current)}">`;
    case 'photo':
    case 'voice':
      return html`<p>${t('survey-site-photo-in-chat')}</p>`;
    case 'words':
    case 'place':
      return html`<label for="words">${t('survey-ask-words')}</label><textarea id="words" name="words" rows="5">${written(view.current)}</textarea>`;
  }
}

function written(answer: Answer | null): string {
  if (answer?.kind !== 'given') return '';
  const { value } = answer;
  return value.type === 'text'
    ? value.text
    : value.type === 'number'
      ? String(value.number)
      : value.type === 'day'
        ? value.day
        : value.type === 'place'
          ? value.words
          : '';
}

const shareOf = (answer: Answer | null, key: string): string =>
  answer?.kind === 'given' && answer.value.type === 'shares' ? String(answer.value.shares[key] ?? '') : '';

/** What the form said, as an answer to this step; null when the service has to read it (words). */
export function answerFromForm(
  { expects, options, type }: StepView,
  form: URLSearchParams,
): Answer | { words: string } | null {
  const other = form.get('other')?.trim() ?? '';
  const chosen = form.getAll('option');
  switch (expects) {
    case 'one': {
      if (other !== '') return { words: other };
      const [key] = chosen;
      if (key === undefined) return null;
      return type === 'single' ? { kind: 'given', value: { type: 'option', option: key } } : null;
    }
    case 'many':
      if (chosen.length === 0 && other === '') return null;
      return {
        kind: 'given',
        value: { type: 'options', options: [...chosen, ...(other ? ['other'] : [])], ...(other ? { other } : {}) },
      };
    case 'order': {
      const order = options
        .map(({ key }) => ({ key, place: Number(form.get(`rank.${key}`) || Number.NaN) }))
        .filter(({ place }) => Number.isFinite(place))
        .sort((a, b) => a.place - b.place)
        .map(({ key }) => key);
      return { kind: 'given', value: { type: 'order', order } };
    }
    case 'shares':
      return {
        kind: 'given',
        value: {
          type: 'shares',
          shares: Object.fromEntries(options.map(({ key }) => [key, Number(form.get(`share.${key}`) || 0)])),
        },
      };
    default:
      return { words: form.get('words') ?? '' };
  }
}
