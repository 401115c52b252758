import { el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { openDialog } from './layers.ts';
import { t } from './words.ts';

interface Choice {
  readonly kind: 'photo' | 'document';
  readonly caption: string;
}

interface Offer {
  readonly files: readonly File[];
  readonly wanted: 'photo' | 'document';
  readonly caption: string;
}

const isPicture = (file: File): boolean => /^image\/(png|jpeg|webp|gif)$/.test(file.type);

/** Shows what is about to be sent, and takes the words that go with it. */
export function confirmFiles({ files, wanted, caption }: Offer, onSend: (choice: Choice) => void): void {
  const arePictures = files.every(isPicture);
  const words = el(
    'textarea',
    { rows: 2, maxlength: 1024, 'aria-label': t('caption'), placeholder: t('caption') },
    caption,
  );
  const asFile = el('input', { type: 'checkbox', checked: wanted === 'document' });
  const form = el(
    'form',
    { class: 'form' },
    el('div', { class: arePictures ? 'previews' : 'names' }, files.map(arePictures ? preview : row)),
    words,
    arePictures && el('label', { class: 'check' }, asFile, t('without-compression')),
    el('button', { type: 'submit', class: 'primary' }, t('send')),
  );
  const dialog = openDialog(t('send-files', { count: files.length }), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    onSend({ kind: arePictures && !asFile.checked ? 'photo' : 'document', caption: words.value.trim() });
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  words.focus();
}

function preview(file: File): HTMLElement {
  const image = el('img', { alt: file.name });
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    image.src = String(reader.result);
  });
  reader.readAsDataURL(file);
  return image;
}

const row = (file: File): HTMLElement => el('div', {}, icon(ICONS.document), el('span', {}, file.name));
