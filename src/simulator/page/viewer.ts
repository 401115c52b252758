import { fileUrl } from './api.ts';
import { el, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { t } from './words.ts';

/** Photos of a chat over the whole page; arrows move, Escape closes. */
export function openViewer(fileIds: readonly string[], start: number): void {
  let at = start;
  const image = el('img', { alt: t('photo') });
  const count = el('span', { class: 'viewer-count' });
  const dialog = el(
    'dialog',
    { class: 'viewer', 'aria-label': t('photo') },
    image,
    count,
    iconButton(ICONS.close, t('close'), () => dialog.close(), 'icon-button viewer-close'),
  );

  function show(next: number): void {
    at = (next + fileIds.length) % fileIds.length;
    image.src = fileUrl(fileIds[at] ?? '');
    count.textContent = fileIds.length > 1 ? `${at + 1} / ${fileIds.length}` : '';
  }

  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') show(at + 1);
    if (key === 'ArrowLeft') show(at - 1);
  });
  dialog.addEventListener('click', ({ target, clientX }) => {
    if (target === image && fileIds.length > 1) show(at + (clientX > innerWidth / 2 ? 1 : -1));
    else if (target !== image) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  show(start);
  dialog.showModal();
}
