import { entryOf, type Source, type Span } from '../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Step } from '../model/tree.ts';

/** An entry of the data tree. */
export interface Spot {
  readonly container: Json[] | JsonMap;
  readonly step: Step;
}

/** A spot, or that several share the place, as behind an alias or `<<`: what is changed there changes more than was meant. */
type Found = Spot | 'several';

/** Finds what a source shows at a place in the data tree that was read from it. */
export class Places {
  readonly #keys = new Map<string, Found>();
  readonly #values = new Map<string, Found>();
  readonly #parents = new Map<object, object>();
  readonly #shared = new Set<object>();

  constructor(root: Json, source: Source) {
    const open: Json[] = [root];
    for (let container = open.pop(); container !== undefined; container = open.pop()) {
      if (!isList(container) && !isMap(container)) continue;
      for (const step of isList(container) ? container.keys() : Object.keys(container)) {
        const entry = entryOf(container, step);
        const spot = { container, step };
        if (entry?.key.source === source) note(this.#keys, entry.key, spot);
        // A value that is not written has the place of its key.
        const isWritten = isList(container) || entry?.value.start !== entry?.key.start;
        if (entry?.value.source === source && isWritten) note(this.#values, entry.value, spot);
        const value = (container as JsonMap)[step as string]!;
        if (typeof value !== 'object' || value === null) continue;
        if (this.#parents.has(value)) this.#shared.add(value);
        else {
          this.#parents.set(value, container);
          open.push(value);
        }
      }
    }
  }

  /** The entry whose key stands at a place. */
  key(at: Span): Spot | undefined {
    return this.#single(this.#keys.get(nameOf(at)));
  }

  /** The entry or item whose value stands at a place. */
  value(at: Span): Spot | undefined {
    return this.#single(this.#values.get(nameOf(at)));
  }

  #single(found: Found | undefined): Spot | undefined {
    if (found === undefined || found === 'several') return undefined;
    for (let at: object | undefined = found.container; at; at = this.#parents.get(at)) {
      if (this.#shared.has(at)) return undefined;
    }
    return found;
  }
}

const nameOf = ({ start, end }: Span): string => `${start}-${end}`;

const note = (places: Map<string, Found>, at: Span, spot: Spot): void => {
  const name = nameOf(at);
  places.set(name, places.has(name) ? 'several' : spot);
};
