import { type CitizenCaseView, showCaseNumber } from '../appeals/index.ts';
import type { Names } from '../channels/telegram/index.ts';
import type { Language } from '../kernel/language.ts';
import type { Translate } from '../platform/texts/texts.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const asText = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}dt{color:#57606a}dd{margin:0 0 .5rem}
article{border-left:3px solid #d0d7de;padding:.1rem .9rem;margin:.8rem 0}article p{white-space:pre-wrap;margin:.3rem 0;overflow-wrap:anywhere}
.muted{color:#57606a;font-size:.9rem}`;

/** A case as a page to read, print or take to a lawyer: what was written, whom it went to, every date, every answer. */
export function caseFilePage(
  view: CitizenCaseView,
  language: Language,
  { t, names }: { t: Translate; names: Names },
): string {
  const { appeal } = view;
  const number = showCaseNumber(appeal.number ?? '');
  const line = (label: string, value: string | null | undefined) =>
    value ? `<dt>${asText(label)}</dt><dd>${asText(value)}</dd>` : '';
  const place = [
    appeal.place.addressText,
    appeal.place.territoryCode ? names.territory(appeal.place.territoryCode, language) : null,
  ].filter(Boolean);

  const bodies = [...view.pastTickets, ...view.tickets].map(
    (ticket) => `<h2>${asText(names.agency(ticket.agencyCode, language))}</h2><dl>
${line(t(language, 'file-matter'), ticket.matter?.text)}
${line(t(language, 'file-delivered'), names.dayOf(ticket.deliveredAt, language))}
${line(t(language, 'file-registered'), ticket.registrationNumber && `${ticket.registrationNumber}${ticket.registeredOn ? `, ${names.day(ticket.registeredOn, language)}` : ''}`)}
${line(t(language, 'file-promised'), ticket.promisedOn && names.day(ticket.promisedOn, language))}
${line(t(language, 'file-statutory'), ticket.statutoryOn && names.day(ticket.statutoryOn, language))}
${line(t(language, 'file-answered'), ticket.answeredAt && names.dayOf(ticket.answeredAt, language))}
</dl>`,
  );
  const words = view.entries.map((entry) => {
    const files = entry.files.length > 0 ? t(language, 'card-files', { count: entry.files.length }) : '';
    const outgoing = entry.details?.['outgoingNumber'];
    return `<article><div class="muted">${asText(names.dayOf(entry.at, language))} · ${asText(t(language, `history-${entry.kind}`))}${typeof outgoing === 'string' ? ` · № ${asText(outgoing)}` : ''}</div>
<p>${asText(entry.maskedText)}</p>${files && `<div class="muted">${asText(files)}</div>`}</article>`;
  });
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${asText(number)}</title><style>${STYLE}</style>
<h1>№ ${asText(number)}. ${asText(appeal.title)}</h1><dl>
${line(t(language, 'file-kind'), t(language, 'kind-name', { kind: appeal.kind }))}
${line(t(language, 'file-sent'), appeal.submittedAt && names.dayOf(appeal.submittedAt, language))}
${line(t(language, 'file-place'), place.join(', '))}
${line(t(language, 'file-outcome'), appeal.closedAt && t(language, 'state-closed', { resolution: appeal.resolution ?? 'silent' }))}
</dl>${bodies.join('\n')}<h2>${asText(t(language, 'file-words'))}</h2>${words.join('\n')}
<p class="muted">${asText(t(language, 'file-masked'))}</p></html>`;
}
