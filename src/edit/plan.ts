import type { Change } from '../model/change.ts';
import type { Source, Span } from '../model/origin.ts';
import { isList, isString, type Json, type JsonMap, sameData } from '../model/tree.ts';
import { additionBeside, replacementOf } from './add.ts';
import type { Edit } from './apply.ts';
import type { Operation } from './outcome.ts';
import { Places, type Spot } from './places.ts';
import { removalOf } from './remove.ts';
import { endOfItem, headEnd, isFlow, isJson, isSequence, itemOf, type Slot, Syntax } from './syntax.ts';
import { flowText, scalarText, styleLike } from './write.ts';

/** What changes come to: edits of the text, and what they make of the data. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly operations: readonly Operation[];
}

/** Plans changes of one text and of the data tree read from it. */
export class Planner {
  readonly #syntax: Syntax;
  readonly #places: Places;

  constructor(root: Json, source: Source) {
    this.#syntax = new Syntax(source.text);
    this.#places = new Places(root, source);
  }

  /** Undefined where the text does not show what is to be changed, or shows it for several things at once. */
  plan(changes: readonly Change[]): Plan | undefined {
    const plans = withReplacements(changes).map((change) => this.#planOne(change));
    if (plans.length === 0 || !plans.every((plan) => plan !== undefined)) return undefined;
    return { edits: plans.flatMap(({ edits }) => edits), operations: plans.flatMap(({ operations }) => operations) };
  }

  /** What is added beside a removed entry takes its place. */
  #replaceEntry({ key, added }: Replacement): Plan | undefined {
    const spot = this.#places.key(key);
    const slot = spot && this.#slotOf(spot, key);
    if (!slot || isList(spot.container)) return undefined;
    const { container } = spot;
    if (added.some((each) => each.key !== spot.step && Object.hasOwn(container, each.key))) return undefined;
    const edit = replacementOf(this.#syntax.text, slot, added);
    const additions = added.map(({ key: step, value }) => ({ kind: 'add', container, step, value }) as const);
    return { edits: [edit], operations: [{ kind: 'remove', ...spot }, ...additions] };
  }

  #planOne(change: Change | Replacement): Plan | undefined {
    switch (change.kind) {
      case 'replace':
        return this.#replaceEntry(change);
      case 'set':
        return this.#set(change);
      case 'remove': {
        const spot = this.#places.key(change.key);
        const slot = spot && this.#slotOf(spot, change.key);
        if (!slot) return undefined;
        return { edits: removalOf(this.#syntax.text, slot), operations: [{ kind: 'remove', ...spot }] };
      }
      case 'add': {
        const { key, value, beside, side } = change;
        const spot = this.#places.key(beside);
        const slot = spot && this.#slotOf(spot, beside);
        if (!slot || isList(spot.container) || Object.hasOwn(spot.container, key)) return undefined;
        const edit = additionBeside(this.#syntax.text, slot, side, { key, value });
        return { edits: [edit], operations: [{ kind: 'add', container: spot.container, step: key, value }] };
      }
      case 'add-item': {
        const { value, beside, side } = change;
        const spot = this.#places.value(beside);
        const slot = spot && this.#slotOf(spot, beside);
        if (!slot || !isList(spot.container)) return undefined;
        const step = Number(spot.step) + (side === 'after' ? 1 : 0);
        const edit = additionBeside(this.#syntax.text, slot, side, { value });
        return { edits: [edit], operations: [{ kind: 'insert', container: spot.container, step, value }] };
      }
    }
  }

  #set(change: Extract<Change, { kind: 'set' }>): Plan | undefined {
    const { at, from, edit } = change;
    const spot = this.#places.value(at);
    const slot = this.#syntax.valueAt(at.start);
    if (!spot || !slot) return this.#rename(change);
    const found = valueAt(spot);
    if (!sameScalar(found, from)) return undefined;
    const to = likeBefore(found, change.to);
    const edits = [edit ?? this.#replacement(slot, at.start, to)];
    return { edits, operations: [{ kind: 'set', ...spot, value: to }] };
  }

  #rename({ at, from, to }: Extract<Change, { kind: 'set' }>): Plan | undefined {
    const spot = this.#places.key(at);
    const slot = this.#syntax.entryAt(at.start);
    if (!spot || !slot || isList(spot.container) || !isString(to) || !sameScalar(String(spot.step), from))
      return undefined;
    if (Object.hasOwn(spot.container, to)) return undefined;
    const style = styleLike(this.#syntax.text.slice(at.start, at.end), false);
    const edit = { at, text: scalarText(to, style, true) };
    return { edits: [edit], operations: [{ kind: 'rename', ...spot, key: to }] };
  }

  #replacement(slot: Slot, start: number, to: Json): Edit {
    const { text } = this.#syntax;
    const style = styleLike(text[start]!, isJson(slot, text));
    const written = typeof to === 'object' && to !== null ? flowText(to, style) : scalarText(to, style, isFlow(slot));
    const end = endOfItem(itemOf(slot));
    // What stood below its key moves up beside it.
    const from = headEnd(itemOf(slot), start) ?? start;
    return { at: { start: from, end }, text: from < start ? ` ${written}` : written };
  }

  /** Where the syntax has an entry or item of the tree. `[a: 1]` holds a map without brackets, which is left alone. */
  #slotOf({ container }: Spot, { start }: Span): Slot | undefined {
    const slot = isList(container) ? this.#syntax.valueAt(start) : this.#syntax.entryAt(start);
    return slot && isSequence(slot) === isList(container) ? slot : undefined;
  }
}

type Addition = Extract<Change, { kind: 'add' }>;

/** The entry with the key at a place is removed, and others take its place. */
interface Replacement {
  readonly kind: 'replace';
  readonly key: Span;
  readonly added: readonly Addition[];
}

/** The same changes of one text, an entry that is removed put together with those that are added beside it. */
const withReplacements = (changes: readonly Change[]): readonly (Change | Replacement)[] => {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.key.start] : [])));
  const added = changes.filter((change) => change.kind === 'add' && removed.has(change.beside.start)) as Addition[];
  return changes
    .filter((change) => !added.includes(change as Addition))
    .map((change) => {
      if (change.kind !== 'remove') return change;
      const { key } = change;
      const beside = added.filter((each) => each.beside.start === key.start);
      return beside.length === 0 ? change : { kind: 'replace', key, added: beside };
    });
};

const valueAt = ({ container, step }: Spot): Json => (container as JsonMap)[step as string]!;

/** A number or truth value may be written as a text, and is then looked at as what it stands for. */
const sameScalar = (found: Json, wanted: Json): boolean =>
  typeof found === 'object' || typeof wanted === 'object' ? sameData(found, wanted) : String(found) === String(wanted);

const likeBefore = (found: Json, to: Json): Json => (isString(found) && typeof to !== 'object' ? String(to) : to);
