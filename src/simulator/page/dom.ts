type Child = Node | string | number | false | null | undefined;
type Listener = (event: never) => void;
type Property = string | number | boolean | undefined | Listener;

/** Makes an element: `on…` are listeners, the rest are attributes; `true` sets an empty one, `false` leaves it out. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Record<string, Property> = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...present(children));
  return element;
}

export function present(children: (Child | Child[])[]): (Node | string)[] {
  return children
    .flat()
    .filter((child): child is Node | string | number => child !== false && child !== null && child !== undefined)
    .map((child) => (typeof child === 'number' ? String(child) : child));
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** A stroke icon on a 24 × 24 grid. */
export function icon(path: string, className = 'icon'): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 24 24', class: className, 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: path }),
  );
}

/** A round button that shows only an icon; its name is for those who do not see it, and for the pointer. */
export function iconButton(
  path: string,
  name: string,
  onClick: (event: MouseEvent) => void,
  className = 'icon-button',
) {
  return el('button', { type: 'button', class: className, 'aria-label': name, title: name, onClick }, icon(path));
}
