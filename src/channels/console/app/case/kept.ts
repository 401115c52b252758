import { useState } from 'react';

const nameOf = (ticketId: string, field: string): string => `dauys.kept.${ticketId}.${field}`;

/** What was typed stays through a reload, a lost line or a new sign-in, until it was sent or the window is closed. */
export function useKept(ticketId: string, field: string, first = ''): [string, (text: string) => void] {
  const name = nameOf(ticketId, field);
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? first);
  return [
    text,
    (next) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
    },
  ];
}

export function forgetKept(ticketId: string, panel: string): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(nameOf(ticketId, `${panel}.`))) sessionStorage.removeItem(name);
}
