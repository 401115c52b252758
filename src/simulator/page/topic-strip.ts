import { el } from './dom.ts';
import type { Chat } from './store.ts';
import { t } from './words.ts';

/** The topics of a forum group; choosing one shows it alone and writes into it. */
export function createTopicStrip(onChange: () => void) {
  const element = el('div', { class: 'topics', role: 'group', 'aria-label': t('topics'), hidden: true });
  let chosen: number | undefined;

  function chip(label: string, threadId: number | undefined): HTMLElement {
    const choose = () => {
      chosen = threadId;
      onChange();
    };
    return el(
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': String(chosen === threadId), onClick: choose },
      label,
    );
  }

  return {
    element,
    chosen: () => chosen,

    draw({ topics }: Chat): void {
      element.hidden = topics.length === 0;
      if (!topics.some(({ threadId }) => threadId === chosen)) chosen = undefined;
      element.replaceChildren(
        chip(t('all-topics'), undefined),
        ...topics.map(({ name, threadId, isClosed }) => chip(isClosed ? `${name} ✓` : name, threadId)),
      );
    },
  };
}
