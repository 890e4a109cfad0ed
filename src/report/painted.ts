import { printable } from './printable.ts';

/** One line for a terminal, in which nothing but colours controls the terminal. */
export class Line {
  readonly text: string;

  /** @param text what was made printable already */
  constructor(text: string) {
    this.text = text;
  }
}

/** What stands in a line: another one as it is, anything else made printable. */
type Part = string | number | Line;

const safe = (part: Part): string => (part instanceof Line ? part.text : printable(`${part}`));

/** A line of fixed texts and of parts that may come from a template. */
export const line = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Line =>
  new Line(fixed.map((text, at) => text + (at < parts.length ? safe(parts[at]!) : '')).join(''));

/** Colours a part of a line; `style` is the number of a colour of terminals. */
export type Paint = (part: Part, style: string) => Line;

/** Paints with colours, or leaves them all out. */
export const painter =
  (colour: boolean): Paint =>
  (part, style) =>
    new Line(colour ? `\u001b[${style}m${safe(part)}\u001b[0m` : safe(part));

/** Lines as one text, each ended. */
export const linesText = (lines: readonly Line[]): string => lines.map(({ text }) => `${text}\n`).join('');
