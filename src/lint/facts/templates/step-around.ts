import { entryOf, type Source, type Span } from '../../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Step } from '../../../model/tree.ts';
import { addTo } from './grouping.ts';

/** The text that an entry of a container takes, from its key on. */
interface Extent {
  readonly step: Step;
  readonly start: number;
  readonly end: number;
}

/** The extents of a container's entries in one source, from first to last; `disjoint` where none reaches into another. */
interface Extents {
  readonly all: readonly Extent[];
  readonly disjoint: boolean;
}

const cache = new WeakMap<Json[] | JsonMap, ReadonlyMap<Source, Extents>>();

/** The step of a map or list in whose text a place lies. */
export const stepAround = (container: Json | undefined, { source, start, end }: Span): Step | undefined => {
  if (!isMap(container) && !isList(container)) return undefined;
  let bySource = cache.get(container);
  if (!bySource) {
    bySource = extentsOf(container);
    cache.set(container, bySource);
  }
  const extents = bySource.get(source);
  if (!extents) return undefined;
  const { all, disjoint } = extents;
  const candidates = disjoint ? all.slice(...around(all, start)) : all;
  return candidates.find((each) => start >= each.start && end <= each.end)?.step;
};

const extentsOf = (container: Json[] | JsonMap): ReadonlyMap<Source, Extents> => {
  const bySource = new Map<Source, Extent[]>();
  const steps: readonly Step[] = isList(container) ? [...container.keys()] : Object.keys(container);
  for (const step of steps) {
    const entry = entryOf(container, step);
    if (!entry) continue;
    const { key, value } = entry;
    addTo(bySource, key.source, { step, start: key.start, end: Math.max(key.end, value.end) });
  }
  return new Map([...bySource].map(([source, all]) => [source, inOrder(all)]));
};

/** Where entries share text (aliases, what a macro made) the first one counts, so their order is left alone. */
const inOrder = (all: readonly Extent[]): Extents => {
  const sorted = [...all].sort((left, right) => left.start - right.start);
  const disjoint = sorted.every(({ end }, at) => at + 1 === sorted.length || end <= sorted[at + 1]!.start);
  return { all: disjoint ? sorted : all, disjoint };
};

/** The range of the extents that can hold an offset: the last one that starts before it, and one that ends there. */
const around = (all: readonly Extent[], offset: number): [from: number, to: number] => {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return [Math.max(0, low - 2), low];
};
