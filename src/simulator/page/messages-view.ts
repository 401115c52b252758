import { type BubbleActions, bubble } from './bubble.ts';
import { el, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { serviceLine } from './media-view.ts';
import { type Chat, type ChatMessage, isGroup, type Store } from './store.ts';
import { dayKey, longDay, pageLanguage, t } from './words.ts';

interface Deps {
  readonly store: Store;
  readonly actions: BubbleActions;
  readonly onSeen: () => void;
}

interface Sight {
  readonly as: number;
  readonly pressed: ReadonlySet<string>;
  readonly topic: number | undefined;
}

interface Drawn {
  readonly signature: string;
  readonly element: HTMLElement;
}

const NEAR_BOTTOM_PX = 120;
const GROUPED_WITHIN_SECONDS = 600;

/** The scrolling part of a chat. Elements are kept by message and redrawn only when what they show has changed. */
export function createMessagesView({ store, actions, onSeen }: Deps) {
  const drawn = new Map<string, Drawn>();
  const list = el('div', { class: 'messages-list', role: 'log', 'aria-live': 'polite', 'aria-label': t('messages') });
  const scroller = el('div', { class: 'messages', tabindex: 0 }, list);
  const down = iconButton(ICONS.down, t('to-newest'), () => scrollDown('smooth'), 'icon-button go-down');
  const element = el('div', { class: 'messages-frame' }, scroller, down);
  let shownKey = '';
  let shown = '';
  let isLoading = false;
  let isStuck = true;

  function scrollDown(behavior: ScrollBehavior): void {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior });
  }

  // A picture that loads, or a keyboard that opens, must not push the newest words out of sight.
  new ResizeObserver(() => {
    if (isStuck) scrollDown('instant');
  }).observe(list);
  new ResizeObserver(() => {
    if (isStuck) scrollDown('instant');
  }).observe(scroller);

  scroller.addEventListener('scroll', () => {
    isStuck = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_BOTTOM_PX;
    down.classList.toggle('shown', !isStuck);
    if (isStuck) onSeen();
    if (scroller.scrollTop < 80) void loadEarlier();
  });

  async function loadEarlier(): Promise<void> {
    const chat = store.chats.get(shownKey);
    if (!chat || isLoading || chat.messages.length < 200) return;
    isLoading = true;
    const before = scroller.scrollHeight;
    const found = await store.loadEarlier(chat);
    if (found)
      requestAnimationFrame(() => scroller.scrollBy({ top: scroller.scrollHeight - before, behavior: 'instant' }));
    isLoading = false;
  }

  function piece(key: string, signature: string, make: () => HTMLElement): HTMLElement {
    const known = drawn.get(key);
    if (known?.signature === signature) return known.element;
    const made = make();
    if (!known) made.classList.add('arriving');
    drawn.set(key, { signature, element: made });
    return made;
  }

  function pieces(chat: Chat, { as, pressed, topic }: Sight): HTMLElement[] {
    const result: HTMLElement[] = [];
    const bundles = bundled(
      topic === undefined ? chat.messages : chat.messages.filter((one) => one.message_thread_id === topic),
    );
    let day = '';
    for (const [position, messages] of bundles.entries()) {
      const [first] = messages;
      if (!first) continue;
      const at = new Date(first.date * 1000);
      if (dayKey(at) !== day) {
        day = dayKey(at);
        result.push(
          piece(`day:${day}`, pageLanguage(), () => el('div', { class: 'day' }, el('span', {}, longDay(at)))),
        );
      }
      const isFirst = !continues(bundles[position - 1]?.at(-1), first);
      const isLast = !continues(first, bundles[position + 1]?.[0]);
      const isSeen = first.message_id <= chat.seenByBot;
      const waiting = new Set([...pressed].filter((one) => one.startsWith(`${first.message_id}:`)));
      const topicName = chat.topics.find(({ threadId }) => threadId === first.message_thread_id)?.name;
      const facts = { as, isGroup: isGroup(chat), isFirst, isLast, isSeen, pressed: waiting, topicName };
      const signature = JSON.stringify([messages, { ...facts, pressed: [...waiting] }, pageLanguage()]);
      result.push(piece(`m:${first.message_id}`, signature, () => bubble(messages, facts, actions)));
    }
    const typing = store.typing(chat.key);
    if (typing)
      result.push(piece('typing', typing, () => el('div', { class: 'row theirs first last typing' }, dots())));
    return result;
  }

  return {
    element,
    scrollDown,

    show(chat: Chat, sight: Sight): void {
      const shownNow = `${chat.key}/${sight.topic ?? ''}`;
      const isNew = shown !== shownNow;
      if (isNew) {
        drawn.clear();
        shown = shownNow;
        shownKey = chat.key;
        isStuck = true;
      }
      const wanted = pieces(chat, sight);
      const keep = new Set(wanted);
      for (const child of [...list.children]) if (!keep.has(child as HTMLElement)) child.remove();
      for (const [position, child] of wanted.entries()) {
        if (list.children[position] !== child) list.insertBefore(child, list.children[position] ?? null);
      }
      for (const [name, { element: one }] of drawn) if (!keep.has(one)) drawn.delete(name);
      if (isNew) {
        for (const child of wanted) child.classList.remove('arriving');
        scrollDown('instant');
      } else if (isStuck) scrollDown('smooth');
      if (isStuck) onSeen();
    },

    stick(): void {
      isStuck = true;
    },

    goTo(messageId: number): void {
      const target = list.querySelector<HTMLElement>(`[data-id="${messageId}"]`);
      target?.scrollIntoView({ behavior: 'smooth', block: 'center' });
      target?.classList.add('found');
      setTimeout(() => target?.classList.remove('found'), 1600);
    },
  };
}

export type MessagesView = ReturnType<typeof createMessagesView>;

/** Neighbours of one album become one bundle. */
function bundled(messages: readonly ChatMessage[]): ChatMessage[][] {
  const bundles: ChatMessage[][] = [];
  for (const message of messages) {
    const last = bundles.at(-1);
    const album = last?.[0]?.media_group_id;
    if (last && album !== undefined && album === message.media_group_id) last.push(message);
    else bundles.push([message]);
  }
  return bundles;
}

function continues(one: ChatMessage | undefined, next: ChatMessage | undefined): boolean {
  if (!one || !next || serviceLine(one) || serviceLine(next)) return false;
  const isClose = next.date - one.date < GROUPED_WITHIN_SECONDS;
  const isSameDay = dayKey(new Date(one.date * 1000)) === dayKey(new Date(next.date * 1000));
  const isSameTopic = one.message_thread_id === next.message_thread_id;
  return isClose && isSameDay && isSameTopic && one.from?.id === next.from?.id && !one.reply_markup;
}

const dots = () => el('div', { class: 'bubble', 'aria-label': t('typing') }, el('i'), el('i'), el('i'));
