import type { Span } from '../../model/origin.ts';
import { positionOf } from '../../report/position.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import type { Suppression } from './suppression.ts';

/** The suppressions of one rule on the same lines: what uses one of them uses all. */
class Extent {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly #suppressions: readonly Suppression[];
  #used = false;

  constructor(suppressions: readonly Suppression[]) {
    const { firstLine, lastLine } = suppressions[0]!;
    this.firstLine = firstLine;
    this.lastLine = lastLine;
    this.#suppressions = suppressions;
  }

  use(): void {
    if (this.#used) return;
    this.#used = true;
    for (const suppression of this.#suppressions) suppression.used = true;
  }
}

/** The suppressions of one rule by the lines that they are for: many findings are looked up in many of them. */
export class Extents {
  /** Those of the whole template, and of everything that it reads. */
  readonly #everywhere: readonly Extent[];
  readonly #byFile: ReadonlyMap<string | undefined, LineIndex>;

  constructor(suppressions: readonly Suppression[]) {
    this.#everywhere = extentsOf(suppressions.filter(({ source }) => source === undefined));
    const placed = suppressions.filter(({ source }) => source !== undefined);
    const byFile = groupBy(placed, ({ source }) => source!.file);
    this.#byFile = new Map([...byFile].map(([file, own]) => [file, new LineIndex(extentsOf(own))]));
  }

  /** Those that a place lies in. */
  around(place: Span): readonly Extent[] {
    return [...this.#everywhere, ...(this.#byFile.get(place.source.file)?.around(positionOf(place).line) ?? [])];
  }
}

const extentsOf = (suppressions: readonly Suppression[]): Extent[] =>
  [...groupBy(suppressions, ({ firstLine, lastLine }) => `${firstLine} ${lastLine}`).values()].map(
    (own) => new Extent(own),
  );

class LineIndex {
  readonly #extents: readonly Extent[];
  /** The last line of each of them and of those before it. */
  readonly #reach: number[] = [];

  constructor(extents: readonly Extent[]) {
    this.#extents = extents.toSorted((left, right) => left.firstLine - right.firstLine);
    let reach = 0;
    for (const { lastLine } of this.#extents) {
      reach = Math.max(reach, lastLine);
      this.#reach.push(reach);
    }
  }

  around(line: number): Extent[] {
    const found: Extent[] = [];
    for (let at = this.#startingUpTo(line) - 1; at >= 0 && this.#reach[at]! >= line; at--) {
      if (this.#extents[at]!.lastLine >= line) found.push(this.#extents[at]!);
    }
    return found;
  }

  /** How many of them start at a line or before it. */
  #startingUpTo(line: number): number {
    let low = 0;
    let high = this.#extents.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#extents[middle]!.firstLine <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
