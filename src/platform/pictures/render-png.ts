import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const face = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}`));
const FONTS = [face('400Regular/NotoSans_400Regular.ttf'), face('700Bold/NotoSans_700Bold.ttf')];

/** A drawing as a PNG, with a face that has every Kazakh letter, whatever is installed on the machine. */
export function renderPng(svg: string, width?: number): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
    ...(width ? { fitTo: { mode: 'width', value: width } } : {}),
  });
  return drawing.render().asPng();
}
