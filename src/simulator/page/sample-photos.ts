/** Photos for a newcomer who has none at hand, drawn on the spot: a dark lamp, a hole in the road, a full bin. */

type Scene = (context: CanvasRenderingContext2D) => void;

const WIDTH = 1280;
const HEIGHT = 960;

function sky(context: CanvasRenderingContext2D, from: string, to: string): void {
  const gradient = context.createLinearGradient(0, 0, 0, HEIGHT);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  context.fillStyle = gradient;
  context.fillRect(0, 0, WIDTH, HEIGHT);
}

function shape(
  context: CanvasRenderingContext2D,
  colour: string,
  points: readonly (readonly [number, number])[],
): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.fill();
}

function ellipse(
  context: CanvasRenderingContext2D,
  colour: string,
  x: number,
  y: number,
  rx: number,
  ry: number,
): void {
  context.fillStyle = colour;
  context.beginPath();
  context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  context.fill();
}

function houses(context: CanvasRenderingContext2D, wall: string, light: string): void {
  for (let house = 0; house < 4; house += 1) {
    const left = house * 340 - 40;
    const top = 300 - (house % 2) * 90;
    context.fillStyle = wall;
    context.fillRect(left, top, 290, 460);
    context.fillStyle = light;
    for (let floor = 0; floor < 5; floor += 1) {
      for (let window = 0; window < 4; window += 1) {
        if ((floor * 7 + window * 3 + house) % 4 !== 0) continue;
        context.fillRect(left + 28 + window * 64, top + 34 + floor * 78, 36, 44);
      }
    }
  }
}

const darkLamp: Scene = (context) => {
  sky(context, '#101a33', '#3a4466');
  houses(context, '#1b2440', '#f1c66b');
  shape(context, '#20232e', [
    [0, 760],
    [WIDTH, 720],
    [WIDTH, HEIGHT],
    [0, HEIGHT],
  ]);
  context.strokeStyle = '#07090f';
  context.lineWidth = 18;
  context.beginPath();
  context.moveTo(860, 850);
  context.lineTo(860, 200);
  context.quadraticCurveTo(860, 130, 760, 130);
  context.stroke();
  ellipse(context, '#2b2f3d', 730, 140, 70, 22);
};

const holeInRoad: Scene = (context) => {
  sky(context, '#b9cfe0', '#eef2f3');
  houses(context, '#c9bfae', '#8fa3b0');
  shape(context, '#5d6066', [
    [420, 620],
    [860, 620],
    [1500, HEIGHT],
    [-220, HEIGHT],
  ]);
  for (let dash = 0; dash < 4; dash += 1) {
    const y = 640 + dash * dash * 22;
    shape(context, '#e9e4cf', [
      [634 - dash * 3, y],
      [646 + dash * 3, y],
      [650 + dash * 6, y + 18 + dash * 14],
      [630 - dash * 6, y + 18 + dash * 14],
    ]);
  }
  ellipse(context, '#44464b', 500, 800, 190, 62);
  ellipse(context, '#2a2723', 500, 808, 160, 46);
  ellipse(context, '#6f8797', 520, 818, 96, 20);
};

const fullBin: Scene = (context) => {
  sky(context, '#cfe0d8', '#f4f1e6');
  houses(context, '#d7b9a3', '#7f95a3');
  shape(context, '#8d9a78', [
    [0, 700],
    [WIDTH, 700],
    [WIDTH, HEIGHT],
    [0, HEIGHT],
  ]);
  for (let bag = 0; bag < 9; bag += 1) {
    ellipse(
      context,
      ['#2f3136', '#4a5c86', '#7c6f5c'][bag % 3] ?? '#2f3136',
      420 + bag * 62,
      590 - (bag % 3) * 46,
      74,
      58,
    );
  }
  shape(context, '#2e6b57', [
    [400, 600],
    [920, 600],
    [880, 860],
    [440, 860],
  ]);
  shape(context, '#245445', [
    [380, 586],
    [940, 586],
    [930, 622],
    [390, 622],
  ]);
};

const SCENES: Record<string, Scene> = { lamp: darkLamp, hole: holeInRoad, bin: fullBin };

export const SAMPLE_PHOTOS = Object.keys(SCENES);

export function samplePhoto(name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (context) SCENES[name]?.(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob ? resolve(new File([blob], `${name}.jpg`, { type: 'image/jpeg' })) : reject(new Error('no picture')),
      'image/jpeg',
      0.88,
    );
  });
}
