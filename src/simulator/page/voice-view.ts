import type { Media } from '../wire.ts';
import { fileUrl } from './api.ts';
import { el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { t } from './words.ts';

const BARS = 34;
let playing: HTMLAudioElement | undefined;

/** Heights that always look the same for the same recording. */
function heights(seed: string): number[] {
  let state = [...seed].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7);
  return Array.from({ length: BARS }, (_, position) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    const swell = 0.45 + 0.55 * Math.abs(Math.sin(position / 3.1));
    return Math.round(18 + 82 * swell * (state / 2 ** 32));
  });
}

export const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

export function voiceView(media: Media): HTMLElement {
  const audio = new Audio();
  audio.preload = 'none';
  audio.src = fileUrl(media.file_id);
  const bars = heights(media.file_unique_id).map((height) => {
    const bar = el('i');
    bar.style.height = `${height}%`;
    return bar;
  });
  const length = el('span', { class: 'voice-length' }, minutes(media.duration ?? 0));
  const button = el('button', { type: 'button', class: 'voice-button', 'aria-label': t('play') }, icon(ICONS.play));

  function toggle(): void {
    if (!audio.paused) {
      audio.pause();
      return;
    }
    playing?.pause();
    playing = audio;
    audio.play().catch(() => {
      length.textContent = t('cannot-play');
    });
  }

  function draw(): void {
    button.replaceChildren(icon(audio.paused ? ICONS.play : ICONS.pause));
    button.setAttribute('aria-label', audio.paused ? t('play') : t('pause'));
    const total = Number.isFinite(audio.duration) && audio.duration > 0 ? audio.duration : (media.duration ?? 0) || 1;
    const share = audio.ended ? 0 : audio.currentTime / total;
    for (const [position, bar] of bars.entries()) bar.classList.toggle('heard', position < share * BARS);
    length.textContent = minutes(
      audio.paused && audio.currentTime === 0 ? (media.duration ?? total) : audio.currentTime,
    );
  }

  button.addEventListener('click', toggle);
  for (const event of ['play', 'pause', 'timeupdate', 'ended']) audio.addEventListener(event, draw);
  return el(
    'div',
    { class: 'voice' },
    button,
    el('div', { class: 'voice-body' }, el('div', { class: 'voice-bars', 'aria-hidden': 'true' }, bars), length),
  );
}
