/** The colours of the page, as they are in the theme that is shown. */
const names = ['paper', 'card', 'sunk', 'ink', 'quiet', 'line', 'line-strong', 'accent', 'due'] as const;

export type Palette = Record<(typeof names)[number] | 'font', string>;

export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const colours = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(colours), font: style.fontFamily } as Palette;
}
