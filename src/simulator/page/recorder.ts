import { el, icon, iconButton } from './dom.ts';
import { ICONS } from './icons.ts';
import { minutes } from './voice-view.ts';
import { t } from './words.ts';

interface Recording {
  readonly file: File;
  readonly duration: number;
}

const OGG = 'audio/ogg;codecs=opus';

/** Records a voice message in place of the input field; resolves with nothing when it is thrown away. */
export async function recordVoice(place: HTMLElement): Promise<Recording | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  // Telegram's own format where the browser can write it.
  const recorder = new MediaRecorder(stream, MediaRecorder.isTypeSupported(OGG) ? { mimeType: OGG } : {});
  const chunks: Blob[] = [];
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const time = el('span', { class: 'record-time', role: 'timer' }, '0:00');
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));

  return new Promise((resolve) => {
    let isKept = false;
    const finish = (keep: boolean) => {
      isKept = keep;
      recorder.stop();
    };
    const strip = el(
      'div',
      { class: 'record' },
      iconButton(ICONS.remove, t('discard'), () => finish(false)),
      el('i', { class: 'record-dot', 'aria-hidden': 'true' }),
      time,
      el('span', { class: 'record-hint' }, t('recording')),
      el(
        'button',
        { type: 'button', class: 'send-button', 'aria-label': t('send'), onClick: () => finish(true) },
        icon(ICONS.send),
      ),
    );
    const timer = setInterval(() => {
      time.textContent = minutes(seconds());
    }, 200);
    recorder.addEventListener('stop', () => {
      clearInterval(timer);
      strip.remove();
      for (const track of stream.getTracks()) track.stop();
      const type = recorder.mimeType.split(';')[0] || 'audio/webm';
      const duration = Math.max(1, Math.round(seconds()));
      resolve(
        isKept
          ? { file: new File(chunks, type === 'audio/ogg' ? 'voice.ogg' : 'voice.webm', { type }), duration }
          : undefined,
      );
    });
    place.append(strip);
    recorder.start();
    strip.querySelector<HTMLElement>('.send-button')?.focus();
  });
}

/** How long a sound file is, as far as the browser can tell. */
export function soundLength(file: File): Promise<number> {
  return new Promise((resolve) => {
    const audio = new Audio(URL.createObjectURL(file));
    const finish = () => {
      URL.revokeObjectURL(audio.src);
      resolve(Number.isFinite(audio.duration) ? Math.max(1, Math.round(audio.duration)) : 1);
    };
    audio.addEventListener('loadedmetadata', finish);
    audio.addEventListener('error', finish);
  });
}
