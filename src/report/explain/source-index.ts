import { type Entry, entryOf, type Source, type Span } from '../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Step } from '../../model/tree.ts';

/** One entry of the source: where it stands, from its key to the end of its value, and under what. */
interface Written {
  readonly step: Step;
  readonly parent: Written | undefined;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Finds what was written at a place: the path of the innermost entry around it. */
export class SourceIndex {
  readonly #bySource = new Map<Source, Written[]>();

  constructor(root: Json) {
    this.#add(root, undefined);
    // What stands around something else comes first.
    for (const list of this.#bySource.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The text of a file that something of the template was written in. */
  sourceOf(file: string | undefined): Source | undefined {
    return [...this.#bySource.keys()].find((source) => plain(source.file) === plain(file));
  }

  /** The path of the innermost entry that covers a place; empty where none does. */
  pathAt({ source, start, end }: Span): Step[] {
    const list = this.#bySource.get(source) ?? [];
    let entry: Written | undefined = list[last(list, start)];
    while (entry && !(entry.source === source && entry.start <= start && end <= entry.end)) entry = entry.parent;
    const path: Step[] = [];
    for (; entry; entry = entry.parent) path.unshift(entry.step);
    return path;
  }

  #add(value: Json, parent: Written | undefined): void {
    if (!isMap(value) && !isList(value)) return;
    for (const key of Object.keys(value)) {
      const step: Step = isList(value) ? Number(key) : key;
      const entry = entryOf(value, step);
      const written = entry ? this.#note(step, parent, entry) : parent;
      this.#add((value as JsonMap)[key]!, written);
    }
  }

  #note(step: Step, parent: Written | undefined, { key, value }: Entry): Written {
    const together = key.source === value.source && key.start <= value.start;
    const written = { step, parent, source: value.source, start: together ? key.start : value.start, end: value.end };
    const list = this.#bySource.get(value.source);
    if (list) list.push(written);
    else this.#bySource.set(value.source, [written]);
    // An included value has its key in another file.
    if (!together)
      this.#bySource.get(key.source)?.push({ ...written, source: key.source, start: key.start, end: key.end });
    return written;
  }
}

/** A path as everybody writes it. */
const plain = (file: string | undefined): string | undefined => file?.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');

/** The position of the last entry that starts at an offset or before it. */
const last = (list: readonly Written[], start: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
