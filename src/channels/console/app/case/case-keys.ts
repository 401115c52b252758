import { useEffect } from 'react';
import { commandKeyOf } from '../keys.ts';

/** Each key presses what the page shows: a command that is not offered has no button and does nothing. */
const PRESSES: Readonly<Record<string, string>> = {
  t: '[data-command=take]',
  r: '[data-command=register]',
  a: '[data-command=answer]',
  q: '[data-command=ask]',
  p: '[data-command=redirect]',
  e: '[data-command=extend]',
  n: '[data-command=note]',
  j: '[data-neighbour=next]',
  k: '[data-neighbour=previous]',
};

export function useCaseKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = commandKeyOf(event);
      const pressed = document.querySelector<HTMLElement>((key && PRESSES[key]) || ':not(*)');
      if (!pressed) return;
      event.preventDefault();
      pressed.click();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
