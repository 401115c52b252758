import { el } from './dom.ts';
import { ICONS } from './icons.ts';
import type { MenuItem } from './layers.ts';
import { soundLength } from './recorder.ts';
import { SAMPLE_PHOTOS, samplePhoto } from './sample-photos.ts';
import { t } from './words.ts';

interface Deps {
  onFiles(kind: 'photo' | 'document' | 'voice', files: readonly File[], duration?: number): void;
  /** Files a person picked, to be shown before they go. */
  onChosen(files: readonly File[], kind: 'photo' | 'document'): void;
  onPlace(): void;
  onContact(): void;
  onSamples(): void;
}

/** Up to ten photos make an album, as in Telegram. */
const MAX_ALBUM = 10;

export function attachmentMenu({ onFiles, onChosen, onPlace, onContact, onSamples }: Deps) {
  const photos = picker('image/png,image/jpeg,image/webp,image/gif', true, (files) =>
    onChosen(files.slice(0, MAX_ALBUM), 'photo'),
  );
  const documents = picker('', true, (files) => onChosen(files.slice(0, MAX_ALBUM), 'document'));
  const sounds = picker('audio/*', false, async ([file]) => {
    if (file) onFiles('voice', [file], await soundLength(file));
  });

  function picker(accept: string, multiple: boolean, onChoose: (files: File[]) => void): HTMLInputElement {
    const input = el('input', { type: 'file', accept, multiple, hidden: true });
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      if (files.length > 0) onChoose(files);
    });
    return input;
  }

  return {
    inputs: el('div', { hidden: true }, photos, documents, sounds),
    items: (): MenuItem[] => [
      { label: t('photo-or-album'), icon: ICONS.photo, onChoose: () => photos.click() },
      { label: t('document'), icon: ICONS.document, onChoose: () => documents.click() },
      { label: t('voice-file'), icon: ICONS.mic, onChoose: () => sounds.click() },
      { label: t('place'), icon: ICONS.place, onChoose: onPlace },
      { label: t('my-contact'), icon: ICONS.contact, onChoose: onContact },
      { label: t('sample-photos'), icon: ICONS.sample, onChoose: onSamples },
    ],

    samples: (): MenuItem[] => [
      ...SAMPLE_PHOTOS.map((name) => ({
        label: t(`sample-${name}`),
        icon: ICONS.photo,
        onChoose: () => void samplePhoto(name).then((file) => onFiles('photo', [file])),
      })),
      {
        label: t('sample-album'),
        icon: ICONS.sample,
        onChoose: () => void Promise.all(SAMPLE_PHOTOS.map(samplePhoto)).then((files) => onFiles('photo', files)),
      },
    ],
  };
}
