import { el } from './dom.ts';
import { openDialog } from './layers.ts';
import { coordinates, placeDrawing } from './place-view.ts';
import type { Store } from './store.ts';
import { pageLanguage, t } from './words.ts';

interface Place {
  latitude: number;
  longitude: number;
  title?: string;
}

/** Degrees from one edge of the picture to the other; as in the drawing. */
const SPAN = 0.024;

/** A known address, a point on the grid, or typed coordinates. */
export function pickPlace(store: Store, onPick: (place: Place) => void): void {
  const [first] = store.places();
  const at: Place = { latitude: first?.latitude ?? 0, longitude: first?.longitude ?? 0 };
  const picture = el('button', { type: 'button', class: 'picker-map', 'aria-label': t('pick-on-grid') });
  const latitude = field('latitude', 90);
  const longitude = field('longitude', 180);
  const send = el('button', { type: 'submit', class: 'primary' }, t('send-place'));

  function draw(): void {
    picture.replaceChildren(placeDrawing(at, 440, 240));
    picture.title = coordinates(at);
    latitude.value = at.latitude.toFixed(5);
    longitude.value = at.longitude.toFixed(5);
  }

  function move(next: Place): void {
    Object.assign(at, next);
    draw();
  }

  function field(name: 'latitude' | 'longitude', limit: number): HTMLInputElement {
    const input = el('input', { type: 'number', step: '0.00001', min: -limit, max: limit, required: true, name });
    input.addEventListener('change', () => move({ ...at, [name]: Number(input.value) }));
    return input;
  }

  picture.addEventListener('click', (event) => {
    const box = picture.getBoundingClientRect();
    const degreesPerPixel = SPAN / box.width;
    move({
      latitude: at.latitude - (event.clientY - box.top - box.height / 2) * degreesPerPixel,
      longitude: at.longitude + (event.clientX - box.left - box.width / 2) * degreesPerPixel,
    });
  });
  picture.addEventListener('keydown', (event) => {
    const step = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    move({ latitude: at.latitude + (step[0] ?? 0) * 0.0005, longitude: at.longitude + (step[1] ?? 0) * 0.0005 });
  });

  const presets = store.places().map((place) => {
    const name = place.name[pageLanguage()];
    const choose = () => move({ latitude: place.latitude, longitude: place.longitude });
    return el('button', { type: 'button', class: 'chip', onClick: choose }, name);
  });
  const form = el(
    'form',
    { class: 'picker' },
    el('div', { class: 'chips' }, presets),
    picture,
    el(
      'div',
      { class: 'picker-fields' },
      el('label', {}, t('latitude'), latitude),
      el('label', {}, t('longitude'), longitude),
    ),
    send,
  );
  const dialog = openDialog(t('place'), form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    onPick({ latitude: Number(latitude.value), longitude: Number(longitude.value) });
  });
  draw();
}
