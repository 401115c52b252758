/** Someone who types wants letters, not commands. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role=listbox], [contenteditable]') !== null;

/** The pressed key as a command: the same place on the keyboard whatever the layout writes; null while typing. */
export function commandKeyOf(event: KeyboardEvent): string | null {
  if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return null;
  const key = event.key.toLowerCase();
  const isForeignLetter = /^\p{L}$/u.test(key) && !/^[a-z]$/.test(key);
  return isForeignLetter && event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : key;
}
