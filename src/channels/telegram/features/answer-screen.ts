import { InlineKeyboard } from 'grammy';
import type { AnswerView } from '../../../knowledge/index.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { Screen } from '../turn.ts';

const MAX_LABEL = 60;

/** An answer as a message: what it says, where it stands, and what may be tapped. Buttons name their answer, so that an old message never acts on a new question. */
export function answerScreen(view: AnswerView, answerId: string): Screen {
  const keyboard = new InlineKeyboard();
  let opened = 0;
  for (const command of view.commands) {
    switch (command.type) {
      case 'rate':
        keyboard.text(command.label, `q:${command.helpful ? 'y' : 'n'}:${answerId}`);
        if (!command.helpful) keyboard.row();
        break;
      case 'open':
        keyboard.text(short(command.label), `q:o:${opened}:${answerId}`).row();
        opened += 1;
        break;
      case 'ask_people':
        keyboard.text(command.label, `q:p:${answerId}`).row();
    }
  }
  return { ...answerText(view), keyboard };
}

/** The same without buttons, for a group. */
export function answerText(view: AnswerView, ...after: readonly string[]): Screen {
  const sources = view.sources.map(({ title, url }) => (url ? fmt`${FormattedString.a(title, url)}` : title));
  return lines(
    view.title ? FormattedString.b(view.title) : null,
    ...view.paragraphs,
    sources.length > 0 ? '\n' : null,
    ...sources,
    ...view.notes.map((note) => FormattedString.i(note)),
    view.question ? fmt`${'\n'}${view.question}` : null,
    ...after,
  );
}

/** Cut at a word, so that a button does not end in half a syllable. */
const short = (label: string): string =>
  label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1).replace(/\s+\S*$/, '')}…`;
