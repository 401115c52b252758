import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';

const font = (file: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`));
/** Brought along, because a server has no fonts of its own and Kazakh needs its letters. */
const FONT_FILES = [font('400Regular/NotoSans_400Regular.ttf'), font('700Bold/NotoSans_700Bold.ttf')];
const KEPT = 100;

/** Draws a card as a PNG; the same card is drawn once. */
export function createPicturePainter() {
  const kept = new Map<string, Promise<Buffer>>();
  return (svg: string): Promise<Buffer> => {
    const key = createHash('sha256').update(svg).digest('base64url');
    const known = kept.get(key);
    if (known) return known;
    const picture = renderAsync(svg, {
      font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
    }).then((drawing) => drawing.asPng());
    kept.set(key, picture);
    picture.catch(() => kept.delete(key));
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return picture;
  };
}
export type PicturePainter = ReturnType<typeof createPicturePainter>;
