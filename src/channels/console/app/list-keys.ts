import { type RefObject, useEffect } from 'react';
import { commandKeyOf } from './keys.ts';

/** j and k walk through the links of a list; x ticks it; a opens the one in focus at its answer. Enter is the link's own. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-ticket]') ?? [])];
      const at = links.findIndex((link) => link.matches(':focus'));
      const key = commandKeyOf(event);
      if (key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus();
      else if (key === 'k') links[Math.max(at - 1, 0)]?.focus();
      else if (key === 'x' && at >= 0)
        links[at]?.closest('li')?.querySelector<HTMLInputElement>('input[data-choose]')?.click();
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
