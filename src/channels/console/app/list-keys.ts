import { type RefObject, useEffect } from 'react';

/** j and k walk through the links of a list; a opens the one in focus at its answer. Enter is the link's own. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-ticket]') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const key = KEYS[event.key.toLowerCase()] ?? event.key.toLowerCase();
      if (key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus();
      else if (key === 'k') links[Math.max(at - 1, 0)]?.focus();
      else if (key === 'a' && at >= 0) {
        sessionStorage.setItem('dauys.open', 'answer');
        links[at]?.click();
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [list]);
}

/** The same keys under the Russian and the Kazakh layout. */
const KEYS: Readonly<Record<string, string>> = { о: 'j', л: 'k', ф: 'a', т: 'n' };
