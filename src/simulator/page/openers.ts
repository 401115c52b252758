import { el } from './dom.ts';
import { type Chat, isGroup, type Store } from './store.ts';
import { t } from './words.ts';

/** Longer than any key of a keyboard: the person has already told something. */
const A_STORY = 30;

/** Something to say for those who only want to see it work; gone once the person has said something. */
export function createOpeners(store: Store, onChoose: (text: string) => void) {
  const element = el('div', { class: 'openers', role: 'group', 'aria-label': t('openers'), hidden: true });

  return {
    element,

    draw(chat: Chat): void {
      const person = isGroup(chat) ? undefined : store.person(chat.chat.id);
      const hasSpoken = chat.messages.some(
        ({ from, text = '' }) => from?.id === person?.user.id && text.length > A_STORY,
      );
      const openers = person?.openers ?? [];
      element.hidden = hasSpoken || openers.length === 0 || !chat.isStarted || chat.isBlocked;
      if (element.hidden || element.childElementCount === openers.length) return;
      element.replaceChildren(
        ...openers.map((text) => el('button', { type: 'button', class: 'chip', onClick: () => onChoose(text) }, text)),
      );
    },
  };
}
